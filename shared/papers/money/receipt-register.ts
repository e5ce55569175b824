import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { fundSources } from '../../domain/money/fund-source.ts';
import { formatDifference, formatFen } from '../../domain/money/money.ts';
import { paymentMethods, type Receipt, receiptKinds, sumReceipts } from '../../domain/money/receipt.ts';

const headings = [
  '收据编号',
  '日期',
  '类别',
  '交款人',
  '学员',
  '培训班',
  '收费项目',
  '金额（元）',
  '方式',
  '经费来源',
  '经办',
  '备注',
  '状态',
];

function rowsOf(receipt: Receipt): string[][] {
  const { number, date, kind, partyName, method, source, by, note, voided, lines } = receipt;
  return lines.map(({ learnerName, classTitle, itemTitle, fen }) => [
    number,
    date,
    receiptKinds[kind],
    partyName,
    learnerName,
    classTitle,
    itemTitle,
    kind === 'payment' ? formatFen(fen) : formatDifference(-fen),
    paymentMethods[method],
    fundSources[source],
    by,
    note,
    voided ? `作废：${voided.reason}` : '',
  ]);
}

/** The register of receipts as a sheet: a row for each line; void ones are listed and say so. */
export function receiptRegister(
  receipts: readonly Receipt[],
  first: CivilDate,
  last: CivilDate,
): WrittenWorkbook {
  const { received, refunded, net, count } = sumReceipts(receipts);
  const period = `${first} 至 ${last}`;
  return {
    name: `收据登记簿 ${period}`,
    sheet: '收据登记簿',
    above: [
      `收据登记簿 ${period}`,
      `${count} 张，收款 ${formatFen(received)}，退款 ${formatFen(refunded)}，净收 ${formatDifference(net)} 元（作废的不计）`,
    ],
    rows: [headings, ...receipts.flatMap(rowsOf)],
  };
}
