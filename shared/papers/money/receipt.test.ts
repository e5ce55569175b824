import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { receiptLineOf, receiptOf } from '../../../tests/support/records.ts';
import { receiptPaper } from './receipt.ts';

const lines = [receiptLineOf('张三', 600_00), receiptLineOf('李四', 30_50)];

test('a receipt says who paid what how, in figures and in words', () => {
  const paper = receiptPaper('示例基地', receiptOf(1, { partyName: '测绘院', lines, totalFen: 630_50 }));
  expect(saysOf(paper)).toEqual([
    '收款收据',
    '编号：SSL01-2026-000001',
    '交款：测绘院　方式：现金　经费来源：个人　经办：王前台',
    '学员|培训班|收费项目|金额（元）',
    '张三|测绘新技术|培训费|600.00',
    '李四|测绘新技术|培训费|30.50',
    '合计|人民币陆佰叁拾元伍角整||630.50',
    '示例基地|2026年11月24日',
  ]);
  expect(paper).toMatchObject({
    title: '收款收据 SSL01-2026-000001',
    footer: '示例基地　收款收据 SSL01-2026-000001',
  });
});

test('a refund says why, and a void receipt that it is void', () => {
  const voided = { at: '', by: '周老师', reason: '写错' };
  const says = saysOf(receiptPaper('示例基地', receiptOf(2, { kind: 'refund', note: '退学', voided })));
  expect(says.slice(0, 3)).toEqual([
    '退款收据（已作废）',
    '编号：SSL01-2026-000002',
    '收款：张三　方式：现金　经费来源：个人　经办：王前台　退款原因：退学',
  ]);
  expect(says).toContain('作废：写错（周老师）');
});
