import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { runResultOf } from '../../../tests/support/run-result.ts';
import { groupResults } from '../../regulation/survey-groups.ts';
import { comparisonPaper, comparisonWorkbook, type SurveyComparison } from './comparison.ts';

const results = [runResultOf('run-1', [5, 5, 4, 3, 1]), runResultOf('run-2', [1, 1])];
const about: SurveyComparison = {
  issuer: '示例基地',
  audience: 'learners',
  grouping: 'trainer',
  lines: groupResults(results, 'trainer', () => ''),
};

test('a comparison has bars above its figures', () => {
  const paper = comparisonPaper(about, '2026-11-24');
  expect(saysOf(paper)).toEqual([
    '示例基地 按教师评估对比（学员）',
    '高教授|1|0|1|1|2|均分 3.60',
    '教师|次数|发出|收回|回收率|均分|满意率|净满意度|比其余的',
    '高教授|1|10|5|50.0%|3.60|60.0%|40|不足以比较',
    '差别是否偶然按 5% 检验；不足 5 份的只列份数。2026年11月24日',
  ]);
  expect(paper.footer).toBe('示例基地　培训效果评估');
});

test('a run below five answers adds to the numbers only', () => {
  const { name, rows } = comparisonWorkbook({
    ...about,
    grouping: 'year',
    lines: groupResults(results, 'year', () => ''),
  });
  expect(name).toBe('示例基地 按年度评估对比（学员）');
  expect(rows[1]).toEqual(['2026 年', 2, 20, 7, '35.0%', '3.60', '60.0%', 40, '不足以比较']);
});
