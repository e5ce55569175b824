import { balanceOf } from '../../domain/money/charge.ts';
import { formatFen } from '../../domain/money/money.ts';
import { classFunds } from '../../regulation/class-funds.ts';
import { paragraph } from '../blocks.ts';
import { tableBlock } from '../table.ts';
import { nothing, recordPaper, type SourceContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';
import { chargesTable, fundsTable } from './money-tables.ts';

/** What a class charged, was granted and spent; of one that charges nothing, that it does not. */
export function classMoney(record: ClassRecord): SourceContent {
  const { charges, entries, of } = record;
  const items = of.feeItems;
  if (charges.length === 0 && entries.length === 0) {
    const isFree = items.every(({ standardFen }) => standardFen === 0);
    return isFree
      ? { state: '不收费', documents: [recordPaper(record, '收费记录', [paragraph('本班不收取任何费用。')])] }
      : nothing;
  }
  const { total } = classFunds(charges, entries);
  const blocks = [
    paragraph(
      `收费 ${formatFen(total.fees)} 元，拨款资助 ${formatFen(total.grants)} 元，支出 ${formatFen(total.spending)} 元。`,
    ),
    ...(charges.length > 0 ? [tableBlock(chargesTable(record))] : []),
    ...(entries.length > 0 ? [tableBlock(fundsTable(record))] : []),
  ];
  const { owedFen } = balanceOf(charges);
  const counted = `${charges.length} 笔应收，${entries.length} 笔收支`;
  return {
    state: owedFen > 0 ? `${counted}，还欠 ${formatFen(owedFen)} 元` : counted,
    documents: [recordPaper(record, '收费和支出记录', blocks)],
  };
}
