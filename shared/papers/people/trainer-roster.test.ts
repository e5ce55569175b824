import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { namedTrainer } from '../../../tests/support/trainer.ts';
import { ratioText, trainerRoster } from './trainer-roster.ts';
import { trainerWorkbook } from './trainer-sheet.ts';

const professor = namedTrainer('高教授', {
  employerName: '示例大学',
  title: '教授',
  titleLevel: 'senior',
  origin: 'outOfRegion',
  fields: ['测绘', '遥感'],
  subjects: ['general', 'professional'],
});
const lines = [
  { trainer: professor, hours: 24, score: 91.25 },
  { trainer: namedTrainer('王老师', { employment: 'fullTime' }), hours: 0, score: null },
  { trainer: namedTrainer('离职的', { leftOn: '2025-12-31' }), hours: 3, score: 60 },
];

test('第23条: the roster lists who is in service, on both axes', () => {
  expect(saysOf(trainerRoster('示例基地', 2026, lines, '2026-11-24'))).toEqual([
    '2026年师资名册',
    '在任 2 人：专职 1 人（50.0%）、兼职 1 人（50.0%）；区内 1 人（50.0%）、区外 1 人（50.0%）；高级职称 1 人（50.0%）（第23条）。学时为 2026 年授课学时。',
    '序号|姓名|专兼职|区内外|工作单位|职称|专业领域|学时|评分',
    '1|高教授|兼职|区外|示例大学|教授|测绘、遥感|24|91.3',
    '2|王老师|专职|区内||||0|',
    '示例基地|2026年11月24日',
  ]);
  expect(ratioText([], '2026-11-24')).toBe('按专兼职、区内外两个方面统计师资（第23条）');
});

test('the sheet has what a form asks, opened', () => {
  const contact = { trainer: professor, phone: '13800001234', bankAccount: '6222021234567890123' };
  const { name, rows } = trainerWorkbook('示例基地', [contact]);
  expect(name).toBe('示例基地 师资名册');
  expect(rows[1]).toEqual([
    '高教授',
    '兼职',
    '区外',
    '示例大学',
    '教授',
    '正高',
    '测绘、遥感',
    '公需、专业',
    '13800001234',
    '',
    '6222021234567890123',
    '',
  ]);
});
