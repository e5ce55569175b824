import type { PrintedDocument } from '../../contract/printed-document.ts';
import { type CivilDate, chineseDate, clockTimeAt } from '../../domain/base/civil-date.ts';
import { fundSources } from '../../domain/money/fund-source.ts';
import { formatDifference, formatFen } from '../../domain/money/money.ts';
import {
  type PaymentMethod,
  paymentMethods,
  type Receipt,
  signedFen,
  sumReceipts,
} from '../../domain/money/receipt.ts';
import { paragraph, reference, section, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { rowOf, tableBlock } from '../table.ts';

export interface MethodSum {
  method: PaymentMethod;
  received: number;
  refunded: number;
  net: number;
}

/** A day's receipts by the way the money came or went. */
export function sumsByMethod(receipts: readonly Receipt[]): MethodSum[] {
  return (Object.keys(paymentMethods) as PaymentMethod[]).map((method) => {
    const { received, refunded, net } = sumReceipts(receipts.filter((one) => one.method === method));
    return { method, received, refunded, net };
  });
}

const columns = [
  ['收据编号', 20, 'left'],
  ['时间', 8, 'left'],
  ['交款人', 24, 'left'],
  ['方式', 8, 'left'],
  ['来源', 10, 'left'],
  ['金额（元）', 14, 'right'],
  ['经办', 10, 'left'],
  ['备注', 18, 'left'],
] as const;

const methodColumns = [
  ['方式', 1, 'left'],
  ['收款', 1, 'right'],
  ['退款', 1, 'right'],
  ['净额', 1, 'right'],
] as const;

function cellsOf(receipt: Receipt): string[] {
  const { number, at, partyName, method, source, by, note, voided, kind, totalFen } = receipt;
  const remark = voided
    ? `作废（${formatFen(totalFen)}）：${voided.reason}`
    : kind === 'refund'
      ? `退款：${note}`
      : note;
  return [
    number,
    clockTimeAt(Date.parse(at)),
    partyName,
    paymentMethods[method],
    fundSources[source],
    formatDifference(signedFen(receipt)),
    by,
    remark,
  ];
}

/** The daily cash sheet of the front desk: every receipt of the day, void ones with 0, and what is in the till. */
export function cashSheet(issuer: string, date: CivilDate, receipts: readonly Receipt[]): PrintedDocument {
  const listed = [...receipts].sort((a, b) => a.number.localeCompare(b.number));
  const sum = sumReceipts(listed);
  return paper({ issuer, name: `收费日报表 ${date}`, on: date, landscape: true }, [
    title('收费日报表'),
    reference(chineseDate(date)),
    tableBlock({
      columns,
      rows: listed.map(cellsOf),
      total: rowOf(columns, {
        收据编号: '合计',
        交款人: `${sum.count} 张`,
        '金额（元）': formatDifference(sum.net),
      }),
    }),
    ...section('按方式合计', [
      tableBlock({
        columns: methodColumns,
        rows: sumsByMethod(listed).map(({ method, received, refunded, net }) => [
          paymentMethods[method],
          formatFen(received),
          formatFen(refunded),
          formatDifference(net),
        ]),
        total: ['合计', formatFen(sum.received), formatFen(sum.refunded), formatDifference(sum.net)],
      }),
    ]),
    paragraph('收款人：　　　　　　　　复核：　　　　　　　　日期：'),
  ]);
}
