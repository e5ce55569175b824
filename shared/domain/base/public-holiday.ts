import { z } from 'zod';
import { addDays, type CivilDate, civilDate, civilYear } from './civil-date.ts';

/** A stretch of the yearly arrangement of days off: free, or weekend days that are worked. */
export const dayArrangement = z
  .object({
    firstDate: civilDate,
    lastDate: civilDate,
    name: z.string().trim().min(1, '请填写名称').max(20),
    kind: z.enum(['off', 'work']),
  })
  .refine(({ firstDate, lastDate }) => firstDate <= lastDate, {
    path: ['lastDate'],
    message: '结束日期不能早于开始日期',
  });
export type DayArrangement = z.infer<typeof dayArrangement>;

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Month and day of the Chinese calendar as `1-15`; a leap month has `bis`. */
function lunarDay(date: CivilDate): string {
  const parts = lunar.formatToParts(new Date(`${date}T00:00:00Z`));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('month')}-${of('day')}`;
}

/** 清明: the day on which the sun stands at 15°, right for 2000 to 2099. */
function qingming(year: number): CivilDate {
  const sinceCentury = year - 2000;
  const day = Math.floor(sinceCentury * 0.2422 + 4.81) - Math.floor(sinceCentury / 4);
  return `${year}-04-0${day}`;
}

const fixed: Record<string, string> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};
const byMoon: Record<string, string> = {
  '1-1': '春节',
  '1-2': '春节',
  '1-3': '春节',
  '5-5': '端午节',
  '8-15': '中秋节',
};

/** The statutory holidays of a day, by the rules in force since 2025, as in 2020 国庆节、中秋节; null on other days. */
export function statutoryHoliday(date: CivilDate): string | null {
  const names = [
    fixed[date.slice(5)],
    date === qingming(civilYear(date)) ? '清明节' : undefined,
    byMoon[lunarDay(date)],
    lunarDay(addDays(date, 1)) === '1-1' ? '除夕' : undefined,
  ].filter((name) => name !== undefined);
  return names.length > 0 ? names.join('、') : null;
}

/**
 * Why no class is held on a day: a statutory holiday, a day off of the arrangement, or a weekend day
 * that is worked. Null where a class can be held.
 */
export function dayWithoutClass(date: CivilDate, arrangements: readonly DayArrangement[]): string | null {
  const arranged = arrangements.find(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate);
  if (arranged) return arranged.kind === 'off' ? arranged.name : `${arranged.name}调休上班`;
  return statutoryHoliday(date);
}
