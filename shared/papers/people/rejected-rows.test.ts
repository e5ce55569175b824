import { expect, test } from 'vitest';
import { rejectedRows } from './rejected-rows.ts';

test('each fault of a rejected row has its line', () => {
  const problems = [
    { field: 'documentNumber' as const, column: '证件号码', reason: '校验位不对' },
    { field: 'sex' as const, column: '性别', reason: '请填写' },
  ];
  expect(rejectedRows('名册.2026.xlsx', [{ row: 3, state: 'rejected', name: '张三', problems }])).toEqual({
    name: '名册.2026 有误的行',
    sheet: '有误的行',
    rows: [
      ['行号', '姓名', '栏目', '问题'],
      ['3', '张三', '证件号码', '校验位不对'],
      ['3', '张三', '性别', '请填写'],
    ],
  });
});
