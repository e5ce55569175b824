import type { WrittenSheet } from '../../contract/written-sheet.ts';
import { type BlankStock, blankNumber } from '../../domain/certificates/blank-stock.ts';
import { blankCounts } from '../../regulation/blank-stock.ts';
import type { Cell } from '../table.ts';

const headings = ['空白证书编号', '收到日期', '张数', '已用', '作废', '剩余', '说明'];

function rowsOf(stock: BlankStock): Cell[][] {
  const { total, used, spoiled, left } = blankCounts(stock);
  const range = `${blankNumber(stock, stock.first)}–${blankNumber(stock, stock.last)}`;
  const each = Object.entries(stock.spoiled).map(([serial, { reason, by }]) => [
    blankNumber(stock, Number(serial)),
    '',
    '',
    '',
    '',
    '',
    `作废：${reason}（${by}）`,
  ]);
  return [[range, stock.receivedOn, total, used, spoiled, left, ''], ...each];
}

/** Every delivery of blanks and what became of it: used, spoiled and left add up. */
export function blankRegister(stocks: readonly BlankStock[]): WrittenSheet {
  return { sheet: '空白证书', rows: [headings, ...stocks.flatMap(rowsOf)] };
}
