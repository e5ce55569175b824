import type { PrintedDocument } from '../../contract/printed-document.ts';
import { fundSources } from '../../domain/money/fund-source.ts';
import { fenInWords, formatFen } from '../../domain/money/money.ts';
import { paymentMethods, type Receipt } from '../../domain/money/receipt.ts';
import { numberLine, paragraph, seal, title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { rowOf, tableBlock } from '../table.ts';

const columns = [
  ['学员', 14, 'left'],
  ['培训班', 40, 'left'],
  ['收费项目', 20, 'left'],
  ['金额（元）', 14, 'right'],
] as const;

function factsOf({ kind, partyName, method, source, note, by }: Receipt): string {
  const isPayment = kind === 'payment';
  return inLine(
    `${isPayment ? '交款' : '收款'}：${partyName}`,
    `方式：${paymentMethods[method]}`,
    `经费来源：${fundSources[source]}`,
    `经办：${by}`,
    note && `${isPayment ? '备注' : '退款原因'}：${note}`,
  );
}

/** A receipt for paper, with the amount in words; a void one says so across its head. */
export function receiptPaper(issuer: string, receipt: Receipt): PrintedDocument {
  const { kind, number, date, lines, totalFen, voided } = receipt;
  const name = kind === 'payment' ? '收款收据' : '退款收据';
  return paper({ issuer, name: `${name} ${number}`, on: date }, [
    title(voided ? `${name}（已作废）` : name),
    numberLine(number),
    paragraph(factsOf(receipt)),
    tableBlock({
      columns,
      rows: lines.map(({ learnerName, classTitle, itemTitle, fen }) => [
        learnerName,
        classTitle,
        itemTitle,
        formatFen(fen),
      ]),
      total: rowOf(columns, {
        学员: '合计',
        培训班: `人民币${fenInWords(totalFen)}`,
        '金额（元）': formatFen(totalFen),
      }),
    }),
    ...(voided ? [paragraph(`作废：${voided.reason}（${voided.by}）`)] : []),
    seal(issuer, date),
  ]);
}
