import { type DayArrangement, dayArrangement } from './public-holiday.ts';

const line = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~|—|–)\s*(\d{4}-\d{2}-\d{2}))?\s+(\S+?)(?:\s+(上班))?$/;

/** Arrangements as a person types them, a line each: `2026-10-01 至 2026-10-07 国庆节`, `2026-10-10 国庆节 上班`. */
export function writeDayArrangements(arrangements: readonly DayArrangement[]): string {
  return arrangements
    .map(({ firstDate, lastDate, name, kind }) => {
      const period = firstDate === lastDate ? firstDate : `${firstDate} 至 ${lastDate}`;
      return `${period} ${name}${kind === 'work' ? ' 上班' : ''}`;
    })
    .join('\n');
}

export type ReadArrangements = { ok: true; arrangements: DayArrangement[] } | { ok: false; problem: string };

/** Reads them back; `problem` names the first line that is none. */
export function readDayArrangements(text: string): ReadArrangements {
  const arrangements: DayArrangement[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const [, firstDate = '', lastDate = firstDate, name = '', work] = line.exec(written.trim()) ?? [];
    const read = dayArrangement.safeParse({
      firstDate,
      lastDate: lastDate || firstDate,
      name,
      kind: work ? 'work' : 'off',
    });
    if (!read.success) {
      return {
        ok: false,
        problem: `第 ${index + 1} 行看不懂，请按“2026-10-01 至 2026-10-07 国庆节”的格式填写`,
      };
    }
    arrangements.push(read.data);
  }
  return { ok: true, arrangements };
}
