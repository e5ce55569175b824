import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { Base } from '../../domain/base/base.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { figures } from '../../domain/base/measures.ts';
import { describePeriod } from '../../domain/base/period.ts';
import { type Breakdown, breakdowns, type Statistics } from '../../domain/base/statistics.ts';
import { formatFen } from '../../domain/money/money.ts';
import { paragraph, reference, seal, section, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { type PaperTable, tableBlock } from '../table.ts';
import { changeText, figureText, satisfactionText } from './figure-words.ts';
import { breakdownTable, moneyTable, trainersTable, waysTable } from './statistics-tables.ts';

/** A table whose numbers are set as people read them: `1,234`. */
function figuresBlock({ columns, rows }: PaperTable) {
  return tableBlock({
    columns,
    rows: rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('zh-CN') : cell)),
    ),
  });
}

const totalColumns = [
  ['项目', 22, 'left'],
  ['本期', 14, 'right'],
  ['去年同期', 14, 'right'],
  ['变化', 26, 'right'],
] as const;

/** The statistics on paper, for the authority and for the base's own meetings (第28条). */
export function statisticsPaper(
  { name: issuer, approvalNumber }: Pick<Base['profile'], 'name' | 'approvalNumber'>,
  now: Statistics,
  before: Statistics,
  today: CivilDate,
): PrintedDocument {
  const words = describePeriod(now.period);
  const foot = `${words}培训统计`;
  const ways = now.ways.filter(({ entries }) => entries > 0);
  return paper({ issuer, name: `${issuer} ${foot}`, foot, on: today }, [
    title(`${words}继续教育培训统计`),
    reference(`批准文号：${approvalNumber}`),
    tableBlock({
      columns: totalColumns,
      rows: figures.map((figure) => [
        figure.label,
        figureText(now.totals, figure),
        figureText(before.totals, figure),
        changeText(now.totals[figure.key], before.totals[figure.key]),
      ]),
    }),
    paragraph(`满意度：${satisfactionText(now)}（不足 5 份的调查不计）。`),
    ...(Object.keys(breakdowns) as Breakdown[]).flatMap((breakdown) => {
      const rows = now.by[breakdown].filter(({ personTimes }) => personTimes > 0);
      const table = breakdownTable(breakdown, rows);
      return section(`按${breakdowns[breakdown]}`, rows.length === 0 ? [] : [figuresBlock(table)]);
    }),
    ...section('按学习方式（第12条）', [figuresBlock(waysTable(ways))]),
    ...section('经费（元）', [figuresBlock(moneyTable(now, formatFen))]),
    ...section('师资（第23条）', [figuresBlock(trainersTable(now))]),
    seal(issuer, today),
  ]);
}
