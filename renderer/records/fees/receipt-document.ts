import type { PrintedBlock, PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { fenInWords, formatFen } from '../../../shared/domain/money/money.ts';
import { paymentMethods, type Receipt } from '../../../shared/domain/money/receipt.ts';

const columns = [
  { heading: '学员', share: 14, align: 'left' },
  { heading: '培训班', share: 40, align: 'left' },
  { heading: '收费项目', share: 20, align: 'left' },
  { heading: '金额（元）', share: 14, align: 'right' },
] as const;

function factsOf({ kind, partyName, method, source, note, by }: Receipt): string {
  const isPayment = kind === 'payment';
  return [
    `${isPayment ? '交款' : '收款'}：${partyName}`,
    `方式：${paymentMethods[method]}`,
    `经费来源：${fundSources[source]}`,
    `经办：${by}`,
    ...(note ? [`${isPayment ? '备注' : '退款原因'}：${note}`] : []),
  ].join('　');
}

/** A receipt for paper, with the amount in words; a void one says so across its head. */
export function receiptDocument(baseName: string, receipt: Receipt): PrintedDocument {
  const { kind, number, date, lines, totalFen, voided } = receipt;
  const title = kind === 'payment' ? '收款收据' : '退款收据';
  const blocks: PrintedBlock[] = [
    { kind: 'title', text: voided ? `${title}（已作废）` : title },
    { kind: 'reference', text: `编号：${number}` },
    { kind: 'paragraph', text: factsOf(receipt), indented: false },
    {
      kind: 'table',
      columns: [...columns],
      rows: [
        ...lines.map(({ learnerName, classTitle, itemTitle, fen }) => [
          learnerName,
          classTitle,
          itemTitle,
          formatFen(fen),
        ]),
        ['合计', `人民币${fenInWords(totalFen)}`, '', formatFen(totalFen)],
      ],
      hasTotal: true,
    },
    ...(voided
      ? [{ kind: 'paragraph' as const, text: `作废：${voided.reason}（${voided.by}）`, indented: false }]
      : []),
    { kind: 'seal', issuer: baseName, date: chineseDate(date) },
  ];
  return {
    title: `${title} ${number}`,
    author: baseName,
    footer: `${baseName}　${title} ${number}`,
    createdOn: date,
    landscape: false,
    blocks,
  };
}
