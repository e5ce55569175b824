import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { answersOf, runResultOf } from '../../../tests/support/run-result.ts';
import { answersWorkbook } from './answers-workbook.ts';
import { reportPaper } from './report.ts';
import { resultText } from './result-words.ts';

const points = [5, 5, 4, 3, 1];
const before = runResultOf('run-1', [5, 5, 5, 5, 5]);
const own = runResultOf('run-2', points);
const few = runResultOf('run-3', [1, 1]);

test('第24条: a report says how many answered, what they valued and how that stands to before', () => {
  const says = saysOf(reportPaper('示例基地', '2026-11-24', own, [before, own], answersOf(points)));
  expect(says).toEqual([
    '满意度调查报告',
    '培训班：测绘新技术　对象：学员　问卷：满意度调查 第 2 版　收集至 2026年4月5日',
    '回收：发出 10 份，收回 5 份，回收率 50.0%',
    '满意率：60.0%（量表题打 4、5 分的占作答的比例，没填的不算）',
    '均分：3.60（满分 5）',
    '各项评分',
    '总体满意度|1|0|1|1|2|均分 3.60，满意 60.0%',
    '高教授：教学态度|1|0|1|1|2|均分 3.60，满意 60.0%',
    '选择和数字',
    '希望的形式：0 份，不足 5 份，不显示',
    '和以往比',
    '题目|均分|比较（差别是否偶然按 5% 检验）',
    '总体满意度|3.60|比上一期（5.00）低 1.40，可能是偶然；比本基地其他 1 次（5.00）低 1.40，可能是偶然',
    '请为教师评分|3.60|比上一期（5.00）低 1.40，可能是偶然；比本基地其他 1 次（5.00）低 1.40，可能是偶然',
    '文字意见（内部使用，不公开）',
    '建议',
    expect.stringMatching(/^“.+”（5）：(\n· 多安排实操){5}$/),
    '示例基地|2026年11月24日',
  ]);
});

test('what is made public has no texts, and what fewer than five said is nowhere', () => {
  expect(saysOf(reportPaper('示例基地', '2026-11-24', own, [], null))).not.toContain('建议');
  expect(saysOf(reportPaper('示例基地', '2026-11-24', few, [own], answersOf([1, 1])))).toEqual([
    '满意度调查报告',
    expect.any(String),
    '回收：发出 10 份，收回 2 份，回收率 20.0%',
    expect.stringContaining('满意率：—'),
    '均分：—（满分 5）',
    '只收回 2 份，不足 5 份，不显示分项结果。',
    '示例基地|2026年11月24日',
  ]);
});

test.each([
  [own, '收回 5/10（50.0%），均分 3.60，满意 60.0%'],
  [few, '收回 2/10（20.0%），不足 5 份，不显示'],
])('a result in one line', (result, text) => expect(resultText(result)).toBe(text));

test('the workbook holds figures, answers and texts in orders that join nobody to anything', () => {
  const { name, above, rows, more } = answersWorkbook('示例基地', own, [before, own], answersOf(points));
  expect(name).toBe('示例基地 满意度调查 测绘新技术');
  expect(above?.[1]).toBe('发出 10 份，收回 5 份，回收率 50.0%');
  expect(rows[1]).toEqual(['总体满意度', 5, 3.6, '60.0%', 40, '很差 1；较差 0；一般 1；较好 1；很好 2']);
  const [answers, texts, comparison] = more ?? [];
  expect(answers?.rows).toEqual([
    ['总体满意度', '高教授：教学态度'],
    [1, 1],
    [3, 3],
    [4, 4],
    [5, 5],
    [5, 5],
  ]);
  expect(texts?.rows[1]).toEqual(['建议', '多安排实操']);
  expect(comparison?.rows[1]?.[0]).toBe('总体满意度');
});
