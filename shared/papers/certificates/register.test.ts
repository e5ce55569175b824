import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { certificateOf } from '../../../tests/support/records.ts';
import { registerPaper, registerWorkbook } from './register.ts';

const certificates = [
  certificateOf(1, { prints: [{ at: '', by: '', blank: '内A000001' }] }),
  certificateOf(2, { state: 'void', voided: { at: '', by: '周老师', reason: '姓名有误' } }),
  certificateOf(3, { state: 'replaced', replacedBy: 'SSL01-2026-000004' }),
  certificateOf(4, {}, { replaces: 'SSL01-2026-000003' }),
  certificateOf(5, { toReplace: { at: '', by: '', reason: '学时有改动' } }),
];

test('第22条: the register says of each certificate how it stands, and shows no whole document number', () => {
  const says = saysOf(registerPaper('示例基地', certificates, '2026年', '2026-11-24'));
  expect(says.slice(0, 4)).toEqual([
    '证书登记簿',
    '2026年，共 5 张：有效 3 张，已更正 1 张，已作废 1 张。',
    '序号|证书编号|姓名|证件号码|工作单位|培训班|学时|发证日期|状态|说明',
    '1|SSL01-2026-000001|张三|****1230|测绘院|测绘新技术|24|2026-04-01|有效|',
  ]);
  expect(says.slice(4, 8).map((row) => row.split('|').slice(8))).toEqual([
    ['已作废', '作废：姓名有误'],
    ['已更正', '由 SSL01-2026-000004 替代'],
    ['有效', '替代 SSL01-2026-000003'],
    ['有效', '待更正：学时有改动'],
  ]);
  expect(says.at(-1)).toBe('示例基地|2026年11月24日');
});

test('the workbook has what became of the blanks behind the register, where there are any', () => {
  const stock = {
    id: 'stock-1',
    prefix: '内A',
    digits: 6,
    first: 1,
    last: 10,
    receivedOn: '2026-03-01',
    used: { 1: { number: 'SSL01-2026-000001', at: '', by: '' } },
    spoiled: { 2: { reason: '卡纸', at: '', by: '王前台' } },
  };
  const { rows, more } = registerWorkbook(certificates, '2026年', [stock]);
  expect(rows[1]?.slice(7)).toEqual([4, 20, '86 分', '2026-04-01', '有效', '', 1, '内A000001']);
  expect(more?.[0]?.rows.slice(1)).toEqual([
    ['内A000001–内A000010', '2026-03-01', 10, 1, 1, 8, ''],
    ['内A000002', '', '', '', '', '', '作废：卡纸（王前台）'],
  ]);
  expect(registerWorkbook(certificates, '2026年', [])).not.toHaveProperty('more');
});
