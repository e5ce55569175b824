import { expect, test } from 'vitest';
import { receiptLineOf, receiptOf } from '../../../tests/support/records.ts';
import { receiptRegister } from './receipt-register.ts';

test('a row for each line; refunds are below zero, void receipts listed and not counted', () => {
  const register = receiptRegister(
    [
      receiptOf(1, {
        lines: [receiptLineOf('张三', 600_00), receiptLineOf('李四', 600_00)],
        totalFen: 1_200_00,
      }),
      receiptOf(2, { kind: 'refund', lines: [receiptLineOf('李四', 600_00)], note: '退学' }),
      receiptOf(3, { lines: [receiptLineOf('王五', 50)], voided: { at: '', by: '', reason: '写错' } }),
    ],
    '2026-01-01',
    '2026-11-24',
  );
  expect(register).toMatchObject({
    name: '收据登记簿 2026-01-01 至 2026-11-24',
    sheet: '收据登记簿',
    above: [
      '收据登记簿 2026-01-01 至 2026-11-24',
      '3 张，收款 1,200.00，退款 600.00，净收 600.00 元（作废的不计）',
    ],
  });
  expect(register.rows.map((row) => [row[0], row[4], row[7], row[11], row[12]])).toEqual([
    ['收据编号', '学员', '金额（元）', '备注', '状态'],
    ['SSL01-2026-000001', '张三', '600.00', '', ''],
    ['SSL01-2026-000001', '李四', '600.00', '', ''],
    ['SSL01-2026-000002', '李四', '-600.00', '退学', ''],
    ['SSL01-2026-000003', '王五', '0.50', '', '作废：写错'],
  ]);
});
