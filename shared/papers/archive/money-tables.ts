import { paidFen, reducedFen } from '../../domain/money/charge.ts';
import { fundDirections, spendingCategories } from '../../domain/money/fund-entry.ts';
import { fundSources } from '../../domain/money/fund-source.ts';
import { formatDifference, formatFen } from '../../domain/money/money.ts';
import { numbered } from '../table.ts';
import type { ClassRecord } from './class-record.ts';
import type { RecordTable } from './record-tables.ts';

/** What was charged, paid and let off, a line each. */
export function chargesTable({ charges, members }: ClassRecord): RecordTable {
  const names = new Map(members.map(({ learner }) => [learner.id, learner.name]));
  return {
    name: '收费',
    columns: [
      ['序号', 6, 'right'],
      ['姓名', 14, 'left'],
      ['项目', 20, 'left'],
      ['应收（元）', 15, 'right'],
      ['减免冲减（元）', 15, 'right'],
      ['实收（元）', 15, 'right'],
      ['欠（元）', 15, 'right'],
    ],
    rows: numbered(
      charges.map((charge) => [
        names.get(charge.learnerId) ?? '',
        charge.item.title,
        formatFen(charge.amountFen),
        formatFen(reducedFen(charge)),
        formatFen(paidFen(charge)),
        formatFen(charge.owedFen),
      ]),
    ),
  };
}

/** Grants and spending of the class. */
export function fundsTable({ entries }: ClassRecord): RecordTable {
  return {
    name: '拨款和支出',
    columns: [
      ['日期', 14, 'left'],
      ['收支', 16, 'left'],
      ['对方', 28, 'left'],
      ['来源', 14, 'left'],
      ['金额（元）', 16, 'right'],
      ['摘要', 24, 'left'],
    ],
    rows: entries.map(({ date, direction, category, party, source, amountFen, note }) => [
      date,
      category ? spendingCategories[category] : fundDirections[direction],
      party,
      fundSources[source],
      formatDifference(direction === 'grant' ? amountFen : -amountFen),
      note,
    ]),
  };
}
