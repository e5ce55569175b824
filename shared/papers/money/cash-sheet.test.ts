import { expect, test } from 'vitest';
import { receiptOf } from '../../../tests/support/records.ts';
import type { PrintedTable } from '../../contract/printed-document.ts';
import { cashSheet } from './cash-sheet.ts';

test('every receipt of the day is listed by number, void ones with 0, and the sums add up', () => {
  const sheet = cashSheet('示例基地', '2026-11-24', [
    receiptOf(3, { method: 'transfer', totalFen: 1_200_50 }),
    receiptOf(1),
    receiptOf(2, { kind: 'refund', totalFen: 700_00, note: '退学' }),
    receiptOf(4, { voided: { at: '', by: '周老师', reason: '写错' } }),
  ]);
  const [receipts, methods] = sheet.blocks.filter(({ kind }) => kind === 'table') as PrintedTable[];
  expect(receipts?.rows.map((row) => [row[0], row[1], row[5], row[7]])).toEqual([
    ['SSL01-2026-000001', '09:30', '600.00', ''],
    ['SSL01-2026-000002', '09:30', '-700.00', '退款：退学'],
    ['SSL01-2026-000003', '09:30', '1,200.50', ''],
    ['SSL01-2026-000004', '09:30', '0.00', '作废（600.00）：写错'],
    ['合计', '', '1,100.50', ''],
  ]);
  expect(methods?.rows).toEqual([
    ['现金', '600.00', '700.00', '-100.00'],
    ['转账', '1,200.50', '0.00', '1,200.50'],
    ['扫码', '0.00', '0.00', '0.00'],
    ['合计', '1,800.50', '700.00', '1,100.50'],
  ]);
});
