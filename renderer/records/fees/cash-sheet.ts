import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { type CivilDate, chineseDate, clockTimeAt } from '../../../shared/domain/base/civil-date.ts';
import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatDifference, formatFen } from '../../../shared/domain/money/money.ts';
import {
  type PaymentMethod,
  paymentMethods,
  type Receipt,
  signedFen,
  sumReceipts,
} from '../../../shared/domain/money/receipt.ts';

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
  { heading: '收据编号', share: 20, align: 'left' },
  { heading: '时间', share: 8, align: 'left' },
  { heading: '交款人', share: 24, align: 'left' },
  { heading: '方式', share: 8, align: 'left' },
  { heading: '来源', share: 10, align: 'left' },
  { heading: '金额（元）', share: 14, align: 'right' },
  { heading: '经办', share: 10, align: 'left' },
  { heading: '备注', share: 18, align: 'left' },
] as const;

function rowOf(receipt: Receipt): string[] {
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
export function cashSheet(baseName: string, date: CivilDate, receipts: readonly Receipt[]): PrintedDocument {
  const listed = [...receipts].sort((a, b) => a.number.localeCompare(b.number));
  const sum = sumReceipts(listed);
  const title = `收费日报表 ${date}`;
  const total = ['合计', '', `${sum.count} 张`, '', '', formatDifference(sum.net), '', ''];
  const methods = sumsByMethod(listed).map(({ method, received, refunded, net }) => [
    paymentMethods[method],
    formatFen(received),
    formatFen(refunded),
    formatDifference(net),
  ]);
  return {
    title,
    author: baseName,
    footer: `${baseName}　${title}`,
    createdOn: date,
    landscape: true,
    blocks: [
      { kind: 'title', text: '收费日报表' },
      { kind: 'reference', text: chineseDate(date) },
      { kind: 'table', columns: [...columns], rows: [...listed.map(rowOf), total], hasTotal: true },
      { kind: 'heading', text: '按方式合计' },
      {
        kind: 'table',
        columns: [
          { heading: '方式', share: 1, align: 'left' },
          { heading: '收款', share: 1, align: 'right' },
          { heading: '退款', share: 1, align: 'right' },
          { heading: '净额', share: 1, align: 'right' },
        ],
        rows: [
          ...methods,
          ['合计', formatFen(sum.received), formatFen(sum.refunded), formatDifference(sum.net)],
        ],
        hasTotal: true,
      },
      { kind: 'paragraph', text: '收款人：　　　　　　　　复核：　　　　　　　　日期：', indented: false },
    ],
  };
}
