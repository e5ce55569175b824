import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { publishedNotice } from '../../../tests/support/records.ts';
import { noticePoster } from './notice-poster.ts';
import { noticeSheet } from './notice-sheet.ts';

test('第22条: the poster says scope, items, standards, basis and where to complain', () => {
  const poster = noticePoster(publishedNotice, 'A3');
  expect(saysOf(poster)).toEqual([
    '继续教育收费公示',
    '示例基地　批准文号：示人社发〔2018〕12号',
    '培训范围',
    '本市专业技术人员',
    '收费项目及标准',
    '培训班（项目）|科目|对象|学时|时间|收费项目及标准|收费依据',
    '知识更新|专业|工程技术人员|30|2026年3月7日至3月28日|培训费 600.00 元/人\n教材费 不收费|示发改费〔2024〕9号',
    '公需讲座|公需|全体|4|2026-05|不收费（公益性）|',
    '培训内容',
    '知识更新：新技术',
    '联系：周老师 0471-0000000',
    '监督投诉：0471-0000001',
    '公布：2026年11月1日，基地公告栏',
    '示例基地|2026年11月1日',
  ]);
  expect(poster).toMatchObject({
    title: '示例基地 收费公示 第2版 A3',
    footer: '第 2 版，2026年11月1日公布于基地公告栏。除所列项目和标准外，不收取其他费用',
    paper: 'A3',
  });
});

test('as a sheet each item has its row, and what is free says so', () => {
  const { above, rows } = noticeSheet(publishedNotice);
  expect(above?.[0]).toBe('示例基地 继续教育收费公示（第 2 版）');
  expect(rows.slice(1).map((row) => [row[0], row[6], row[8], row[9], row[10]])).toEqual([
    ['知识更新', '', '培训费', '600.00', '元/人'],
    ['知识更新', '', '教材费', '0.00', '元/人'],
    ['公需讲座', '是', '不收费', '0.00', ''],
  ]);
});
