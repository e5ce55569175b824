import { type FundSource, fundSources } from '../../domain/money/fund-source.ts';
import { readFen } from '../../domain/money/money.ts';
import { type PlanLineDetails, planLineDetails } from '../../domain/teaching/plan.ts';
import { firstIssue } from '../../refusals/first-issue.ts';
import { readSubjectKind } from '../roster/cell-values.ts';
import type { Grid } from '../roster/grid.ts';
import type { SheetHeader } from '../roster/header.ts';
import { SheetRow } from '../roster/sheet-row.ts';
import { type PlanField, planFields } from './columns.ts';

type PlanRow = SheetRow<PlanField>;

export type PlanVerdict =
  | { row: number; state: 'good' | 'doubtful'; title: string; line: PlanLineDetails; remark: string }
  | { row: number; state: 'rejected'; title: string; problems: string[] };

/** What the sheet is judged against. */
export interface PlanKnowledge {
  year: number;
  /** Titles the plan has by now. */
  titles: ReadonlySet<string>;
}

/** A month as sheets write it: 2026-03, 2026年3月, 3月, 3; null where it is none. */
export function readMonth(text: string, year: number): string | null {
  const match = /^(?:(\d{4})\s*[-年./]\s*)?(\d{1,2})\s*月?(?:份)?(?:[-./]\d{1,2}日?)?$/.exec(text);
  const month = Number(match?.[2]);
  if (!match || month < 1 || month > 12) return null;
  return `${match[1] ?? year}-${String(month).padStart(2, '0')}`;
}

/** From first to last month: `2026-03 至 2026-06`, `3—6月`, `3月`. */
function readPeriod(text: string, year: number): [string, string] | null {
  const [from = '', to = from, more] = text.split(/\s*(?:至|到|~|—+|–|－|(?<=月)-|(?<=^\d{1,2})-)\s*/);
  if (more !== undefined) return null;
  const [first, last] = [readMonth(from, year), readMonth(to, year)];
  return first && last ? [first, last] : null;
}

/** A whole number; of `0/2`, as the app's own export writes done and planned, what was planned. */
function readCount(text: string): number {
  const planned = text.split('/').at(-1) ?? '';
  return /^\d+$/.test(planned) ? Number(planned) : Number.NaN;
}

function readSource(text: string): FundSource | null {
  if (text === '') return 'learner';
  const found = (Object.entries(fundSources) as [FundSource, string][]).find(
    ([, label]) => text.includes(label) || label.includes(text),
  );
  if (found) return found[0];
  if (/财政|拨款/.test(text)) return 'government';
  return text.includes('单位') ? 'employer' : null;
}

function readMonths(row: PlanRow, year: number): [string, string] | null {
  const first = row.text('firstMonth');
  const months = row.has('firstMonth')
    ? readPeriod(row.has('lastMonth') ? `${first}至${row.text('lastMonth')}` : first, year)
    : readPeriod(row.text('period'), year);
  if (months === null) {
    row.refuse(row.has('firstMonth') ? 'firstMonth' : 'period', '月份请按 2026-03 或“3月至6月”的格式填写');
  }
  return months;
}

function readLine(row: PlanRow, year: number): PlanLineDetails | null {
  const subjectKind = readSubjectKind(row.text('subjectKind'), 'professional');
  if (subjectKind === null) row.refuse('subjectKind', '请写公需或专业');
  const months = readMonths(row, year);
  const feeFen = row.has('fee') ? readFen(row.text('fee')) : 0;
  if (feeFen === null) row.refuse('fee', '金额请按 600.00 的格式填写');
  const source = readSource(row.text('fundSource'));
  if (source === null) row.refuse('fundSource', `请写${Object.values(fundSources).join('、')}`);
  const counts = { hours: 0, classes: 0, people: 0 };
  for (const field of ['hours', 'classes', 'people'] as const) {
    counts[field] = field === 'classes' && !row.has(field) ? 1 : readCount(row.text(field));
    if (Number.isNaN(counts[field])) row.refuse(field, '应为整数');
  }
  if (row.problems.length > 0 || !subjectKind || !months || feeFen === null || !source) return null;
  const read = planLineDetails.safeParse({
    year,
    title: row.text('title'),
    subjectKind,
    audience: row.text('audience'),
    ...counts,
    firstMonth: months[0],
    lastMonth: months[1],
    trainer: row.text('trainer'),
    feeFen,
    feeBasis: row.text('feeBasis'),
    fundSource: source,
    evidence: { runIds: [], stated: row.text('evidence') },
  });
  if (read.success) return read.data;
  const { where, why } = firstIssue(read.error);
  row.refuse((Object.hasOwn(planFields, where) ? where : 'title') as PlanField, why);
  return null;
}

function remarkOn(line: PlanLineDetails, row: PlanRow, seen: ReadonlySet<string>): string {
  return [
    ...(seen.has(line.title) ? ['计划里已有同名项目，请确认不是重复'] : []),
    ...(line.feeFen > 0 && line.feeBasis === '' ? ['没有收费依据，公示之前要补上'] : []),
    ...(row.has('fundSource') ? [] : ['没有写经费来源，按个人计']),
  ].join('；');
}

/** Whether a row holds no line: blank, or the sum under the table. */
function isIgnorable(row: PlanRow): boolean {
  return !row.has('title') || /^(合计|总计|小计)/.test(row.text('title'));
}

/** Judges every row below the header: good, doubtful with what to look at, or rejected with what is wrong. */
export function judgePlan(
  sheet: Grid,
  header: SheetHeader<PlanField>,
  { year, titles }: PlanKnowledge,
): PlanVerdict[] {
  const verdicts: PlanVerdict[] = [];
  const seen = new Set(titles);
  for (let index = Math.max(...header.rows) + 1; index < sheet.rows.length; index += 1) {
    const row = new SheetRow(sheet, header, index, planFields);
    if (isIgnorable(row)) continue;
    const title = row.text('title');
    const line = readLine(row, year);
    if (line === null) {
      verdicts.push({ row: index + 1, state: 'rejected', title, problems: row.problems });
      continue;
    }
    const remark = remarkOn(line, row, seen);
    seen.add(line.title);
    verdicts.push({ row: index + 1, state: remark === '' ? 'good' : 'doubtful', title, line, remark });
  }
  return verdicts;
}
