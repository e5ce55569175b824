import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { standInSheet } from './stand-in-sheet.ts';
import { volumeContents } from './volume-contents.ts';

test('every part and thing has the number of its first page, an empty part why it is empty', () => {
  const parts = [
    { id: 'roster', title: '学员名册', note: '', items: [] },
    { id: 'plan', title: '教学计划', note: '缺：计划外', items: [] },
  ];
  const about = { baseName: '示例基地', number: 'DSL01-2026-0001', filedOn: '2026-11-24', parts };
  const item = { attachment: null, contentHash: null };
  const contents = volumeContents(about, [
    {
      id: 'roster',
      title: '学员名册',
      items: [
        { ...item, title: '学员名册', firstPage: 1, pages: 2, standsInFor: '' },
        { ...item, title: '签到.docx', firstPage: 3, pages: 1, standsInFor: '不能装订的附件' },
      ],
    },
  ]);
  expect(saysOf(contents)).toEqual([
    '卷内目录',
    '序号|题名|页号|页数|备注',
    '1|学员名册|1||',
    '1.1|学员名册|1|2|',
    '1.2|签到.docx|3|1|不能装订的附件',
    '2|教学计划|—||缺：计划外',
  ]);
  expect(contents.footer).toBe('示例基地　DSL01-2026-0001　卷内目录');
});

test('what can not be bound has a sheet in its place that says why', () => {
  const volume = { baseName: '示例基地', number: 'DSL01-2026-0001', filedOn: '2026-11-24' };
  const sheet = standInSheet(volume, { name: '签到.docx', hash: 'ab12', bytes: 12_345 }, '不是 PDF 或图片');
  expect(saysOf(sheet)).toEqual([
    '附件说明',
    '不是 PDF 或图片，不能排入卷内，原件随案卷另存。',
    '文件名：签到.docx',
    '大小：12,345 字节',
    'SHA-256：ab12',
  ]);
  expect(sheet.footer).toBe('示例基地　DSL01-2026-0001');
});
