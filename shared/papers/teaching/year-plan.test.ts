import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { planLineOf } from '../../../tests/support/records.ts';
import { runResultOf } from '../../../tests/support/run-result.ts';
import { type FoundedPlan, planPaper, planWorkbook } from './year-plan.ts';

const plan: FoundedPlan = {
  issuer: '示例基地',
  year: 2026,
  plan: {
    id: '2026',
    state: 'approved',
    approval: { number: '示人社批〔2026〕3号', date: '2026-01-15', authority: '示例市人社局' },
    steps: [],
  },
  lines: [
    planLineOf({ evidence: { runIds: ['run-1'], stated: '行业主管部门要求' } }),
    planLineOf({ id: 'line-2', title: '公需讲座', dropped: { at: '', by: '', reason: '报名不足' } }),
  ],
  done: new Map([['line-1', { classes: 1, closed: 1, people: 38, hours: 30, receivedFen: 228_00_00 }]]),
  results: new Map([['run-1', runResultOf('run-1', [5, 5, 4, 3, 1])]]),
  tasks: [
    {
      id: 'task-1',
      planLineId: 'line-1',
      runId: 'run-1',
      itemKey: 'all',
      item: '总体满意度',
      mean: 3.6,
      action: '多安排实操',
      owner: '周老师',
      dueOn: '2026-10-01',
      done: null,
    },
  ],
};
const grounds = '测绘新技术：收回 5/10（50.0%），均分 3.60，满意 60.0%';

test('第22、24条: the plan says what was planned and held, what it rests on and what is to improve', () => {
  const says = saysOf(planPaper(plan, '2026-11-24'));
  expect(says[1]).toBe(
    '状态：批准，示例市人社局 示人社批〔2026〕3号（2026年1月15日）批准。期数、人数、收费写作“已结班/计划”“已报名/计划”“已收/计划”。',
  );
  expect(says.slice(3, 6)).toEqual([
    '1|知识更新|专业|工程技术人员|30|1/2|38/80|2026-03 至 2026-06|高教授|600.00|示发改费〔2024〕9号|22,800.00/48,000.00|个人|',
    '2|公需讲座|专业|工程技术人员|30|0/2|0/80|2026-03 至 2026-06|高教授|600.00|示发改费〔2024〕9号|0.00/48,000.00|个人|不再开设：报名不足',
    '|合计|||60|1/2|38/80|||||22,800.00/48,000.00||',
  ]);
  expect(says.slice(6)).toEqual([
    '制定依据（第24条：上一年度培训效果评估结果）',
    '培训名称|评估结果和依据|低分项和改进',
    `知识更新|${grounds}\n行业主管部门要求|总体满意度（3.60）：多安排实操，周老师，2026-10-01 前`,
    '示例基地|2026年11月24日',
  ]);
});

test('the sheet has the basis of each line in words, so that it can be read back', () => {
  const { above, rows } = planWorkbook(plan);
  expect(above).toEqual(['示例基地 2026年教学计划（批准）']);
  expect(rows.map((row) => row[14])).toEqual(['评估依据', `${grounds}；行业主管部门要求`, '', '']);
});
