import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import type { Base } from '../../domain/base/base.ts';
import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { figures } from '../../domain/base/measures.ts';
import { describePeriod } from '../../domain/base/period.ts';
import { type Breakdown, breakdowns, type Statistics } from '../../domain/base/statistics.ts';
import { inLine } from '../paper.ts';
import { type Cell, sheetRows } from '../table.ts';
import { satisfactionText } from './figure-words.ts';
import { breakdownTable, moneyTable, trainersTable, waysTable } from './statistics-tables.ts';

const yuan = (fen: number) => Math.round(fen) / 100;

interface LetterheadedSheet {
  sheet: string;
  above: string[];
  rows: Cell[][];
}

function totalsRows(now: Statistics, before: Statistics): Cell[][] {
  return [
    ['项目', '本期', '去年同期'],
    ...figures.map(({ key, label, isMoney }): Cell[] => [
      isMoney ? `${label}（元）` : label,
      isMoney ? yuan(now.totals[key]) : now.totals[key],
      isMoney ? yuan(before.totals[key]) : before.totals[key],
    ]),
    ['满意度', satisfactionText(now), satisfactionText(before)],
  ];
}

/** The statistics as sheets, each under the base's letterhead. */
export function statisticsSheets(
  { name, approvalNumber }: Pick<Base['profile'], 'name' | 'approvalNumber'>,
  now: Statistics,
  before: Statistics,
  today: CivilDate,
): [LetterheadedSheet, ...LetterheadedSheet[]] {
  const sheetOf = (sheet: string, about: string, rows: Cell[][]): LetterheadedSheet => ({
    sheet,
    above: [
      name,
      `${about}（${describePeriod(now.period)}）`,
      inLine(`批准文号：${approvalNumber}`, `制表日期：${chineseDate(today)}`),
    ],
    rows,
  });
  return [
    sheetOf('汇总', '培训统计汇总', totalsRows(now, before)),
    ...(Object.keys(breakdowns) as Breakdown[]).map((breakdown) => {
      const by = `按${breakdowns[breakdown]}`;
      return sheetOf(by, `培训统计（${by}）`, sheetRows(breakdownTable(breakdown, now.by[breakdown])));
    }),
    sheetOf('学习方式', '学时统计（按第12条的方式）', sheetRows(waysTable(now.ways))),
    sheetOf('经费', '经费统计（元）', sheetRows(moneyTable(now, yuan))),
    sheetOf('师资', '师资统计（第23条）', sheetRows(trainersTable(now))),
  ];
}

/** The statistics as one workbook. */
export function statisticsWorkbook(...about: Parameters<typeof statisticsSheets>): WrittenWorkbook {
  const [, { period }] = about;
  const [first, ...more] = statisticsSheets(...about);
  return { name: `${describePeriod(period)}培训统计`, ...first, more };
}
