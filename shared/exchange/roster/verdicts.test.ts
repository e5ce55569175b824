import { describe, expect, test } from 'vitest';
import type { Cell, Grid, MergedRange } from './grid.ts';
import { findHeader, findSheet, rosterSheet } from './header.ts';
import { judgeRoster } from './verdicts.ts';

type Raw = string | number;

function gridOf(rows: Raw[][], merges: MergedRange[] = []): Grid {
  const cell = (raw: Raw): Cell =>
    typeof raw === 'number' ? { text: String(raw), number: raw } : { text: raw };
  return { name: '表', rows: rows.map((row) => row.map(cell)), merges };
}

function judge(rows: Raw[][], merges: MergedRange[] = []) {
  const sheet = gridOf(rows, merges);
  const header = findHeader(sheet, rosterSheet);
  if (!header) throw new Error('no header');
  return judgeRoster(sheet, header, header.mapping, new Map(), '2026-11-24').map((verdict) =>
    verdict.state === 'rejected'
      ? [verdict.row, ...verdict.problems.map(({ reason }) => reason)]
      : [verdict.row, verdict.state === 'new' ? verdict.person.name : verdict.state],
  );
}

const head = ['姓名', '性别', '身份证号', '单位', '职称级别', '手机'];
const good = ['王英', '女', '150203198512310045', '第一中学', '初级', '13900000000'];

/** The good row with one cell otherwise. */
function but(column: string, value: Raw): Raw[] {
  return good.map((cell, index) => (head[index] === column ? value : cell));
}

describe('a header', () => {
  test('is found among title rows, over two merged rows, whatever the brackets and spaces', () => {
    const rows = [
      ['报名汇总表', '', '', ''],
      ['姓　名', '公民身份号码（18位）', '专业技术职务', ''],
      ['', '', '名称', '级 别'],
    ];
    const across = { top: 1, left: 2, bottom: 1, right: 3 };
    const down = [0, 1].map((column) => ({ top: 1, left: column, bottom: 2, right: column }));
    expect(findHeader(gridOf(rows, [across, ...down]), rosterSheet)).toMatchObject({
      rows: [1, 2],
      mapping: { name: 0, documentNumber: 1, title: 2, titleLevel: 3 },
    });
  });

  test('is not seen where no row names people', () => {
    expect(findHeader(gridOf([['填表说明'], ['请勿修改表头']]), rosterSheet)).toBeNull();
  });

  test('picks the sheet that looks most like a roster', () => {
    const notes = gridOf([['姓名', '电话']]);
    const roster = gridOf([head, good]);
    expect(findSheet([notes, roster], rosterSheet)?.sheet).toBe(roster);
  });
});

describe('a row', () => {
  test.each<[string, Raw[], Raw[]]>([
    ['sex as 1', but('性别', '2'), [2, '王英']],
    ['no sex stated: the document says it', but('性别', ''), [2, '王英']],
    ['an old number of 15 digits', but('身份证号', '150203851231004'), [2, '王英']],
    [
      'a number that a spreadsheet rounded',
      but('身份证号', 150203198512310000),
      [2, '身份证号以数字保存，后几位已丢失'],
    ],
    ['a number that a CSV rounded', but('身份证号', '1.50203E+17'), [2, '身份证号以数字保存，后几位已丢失']],
    ['a number with a leading apostrophe', but('身份证号', "'150203198512310045"), [2, '王英']],
    [
      'a level that could be either',
      but('职称级别', '高级'),
      [2, '职称级别“高级”不明确，请写正高、副高、中级、助理级、员级、初级或无'],
    ],
    ['a phone kept as a number', but('手机', 13900000000), [2, '王英']],
    ['a phone of ten digits', but('手机', '1390000000'), [2, '联系电话格式不正确']],
    ['no document', but('身份证号', ''), [2, '身份证号为空']],
    ['two wrong cells', ['', '男', '150203198512310045', '', '', ''], [2, '姓名为空', '性别与身份证号不符']],
  ])('with %s', (_, row, verdict) => {
    expect(judge([head, row])).toEqual([verdict]);
  });

  test('that is blank, a total or a remark is passed over', () => {
    const rows = [
      head,
      good,
      ['', '', '', '', '', ''],
      ['合计', '', '', '1 人', '', ''],
      ['制表：李四', '', '', '', '', ''],
    ];
    expect(judge(rows)).toEqual([[2, '王英']]);
  });

  test('takes a 单位 merged down, never a name or number', () => {
    const rows = [head, good, ['李娜', '女', '152502197007045321', '', '', '']];
    const sheet = gridOf(rows, [{ top: 1, left: 3, bottom: 2, right: 3 }]);
    const header = findHeader(sheet, rosterSheet)!;
    const verdicts = judgeRoster(sheet, header, header.mapping, new Map(), '2026-11-24');
    expect(verdicts.map((verdict) => verdict.state === 'new' && verdict.person.employer)).toEqual([
      '第一中学',
      '第一中学',
    ]);
    const merged = gridOf(
      [head, good, ['', '女', '', '第二中学', '', '']],
      [{ top: 1, left: 0, bottom: 2, right: 0 }],
    );
    expect(judgeRoster(merged, header, header.mapping, new Map(), '2026-11-24')[1]).toMatchObject({
      state: 'rejected',
      problems: [{ reason: '姓名为空' }, { reason: '身份证号为空' }],
    });
  });

  test('of someone with a permit or passport is read by its kind', () => {
    const rows = [
      ['姓名', '性别', '证件类型', '证件号码'],
      ['陈大文', '男', '港澳居民来往内地通行证', 'H12345678'],
      ['John Smith', '男', '护照', 'E12345678'],
      ['林美', '女', '学生证', '123'],
    ];
    expect(judge(rows)).toEqual([
      [2, '陈大文'],
      [3, 'John Smith'],
      [4, '证件类型“学生证”无法识别'],
    ]);
  });
});
