import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { filingOf } from '../../../tests/support/records.ts';
import type { Loan } from '../../domain/teaching/filing.ts';
import { boxLabels } from './box-labels.ts';
import { shelfList, shelfSheet } from './shelf-list.ts';

const whole = filingOf(1, { box: '3', shelfPlace: '二楼东柜' });
const gapped = filingOf(2, { gaps: [{ part: 'plan', title: '教学计划', reason: '计划外' }] });
const loan: Loan = {
  id: 'loan-1',
  number: 'J-1',
  filingId: gapped.id,
  borrower: '李主任',
  unit: '人社局',
  purpose: '检查',
  borrowedOn: '2026-11-01',
  dueOn: '2026-12-01',
  by: '周老师',
  returned: null,
};

test('the shelf list says where each volume is, what it lacks and who has it', () => {
  const volumes = [
    { filing: whole, loan: null },
    { filing: gapped, loan },
  ];
  expect(saysOf(shelfList('示例基地', 2026, volumes, '2026-11-24'))).toEqual([
    '2026年教学档案目录',
    '示例基地　共 2 卷',
    '序号|案卷号|题名|类别|页数|归档日期|保管至|盒号|位置|备注',
    '1|DSL01-2026-0001|测绘新技术|案卷|12|2026-11-24|2036 年|3|二楼东柜|',
    '2|DSL01-2026-0002|测绘新技术|案卷|12|2026-11-24|2036 年|||缺：教学计划；借给 李主任',
  ]);
  expect(shelfSheet(volumes).rows[1]?.slice(0, 2)).toEqual(['1', 'DSL01-2026-0001']);
});

test('a label for each box, and for each volume without one', () => {
  const filings = [gapped, filingOf(3, { box: '3', keptUntilYear: 2040 }), whole];
  const labels = boxLabels('示例基地', 2026, filings, '2026-11-24');
  expect(saysOf(labels)).toEqual([
    '示例基地　教学档案　2026年',
    '第 3 盒',
    'DSL01-2026-0001　测绘新技术',
    'DSL01-2026-0003　测绘新技术',
    '共 2 卷，24 页　保管至 2040 年底',
    '示例基地　教学档案　2026年',
    '卷 DSL01-2026-0002',
    'DSL01-2026-0002　测绘新技术',
    '共 1 卷，12 页　保管至 2036 年底',
  ]);
  expect(labels.footer).toBe('沿线剪下，贴在盒面或盒脊');
});
