import { describe, expect, test } from 'vitest';
import { noEvidence, type PlanEvidence } from '../domain/teaching/plan.ts';
import { type EvidenceResult, openLowItems, unfoundedLines } from './plan-evidence.ts';

const low = [{ key: 'effect-3', label: '所学能够用到工作中', mean: 3.1 }];
const results = new Map<string, EvidenceResult>([
  ['enough', { answers: 36, low }],
  ['few', { answers: 4, low: [] }],
]);
const line = (evidence: PlanEvidence, dropped = false) => ({
  id: 'line',
  evidence,
  dropped: dropped ? { at: '', by: '', reason: '' } : null,
});

describe('第24条: results of an evaluation are the ground of the next plan', () => {
  test.each([
    ['a line whose evidence was left empty', line(noEvidence), false],
    ['a survey with five answers or more', line({ runIds: ['enough'], stated: '' }), true],
    ['a survey that fewer than five answered', line({ runIds: ['few'], stated: '' }), false],
    ['a survey that is not there any more', line({ runIds: ['gone'], stated: '' }), false],
    ['a basis in words, as for a new subject', line({ runIds: [], stated: '厅里文件要求新开' }), true],
    ['a line that is not held needs none', line(noEvidence, true), true],
  ])('%s: %o founded %s', (_, one, isFounded) =>
    expect(unfoundedLines([one], results)).toEqual(isFounded ? [] : [one]),
  );

  test('what was valued low is open until somebody undertakes it, for this line', () => {
    const one = line({ runIds: ['enough', 'few'], stated: '' });
    const task = { planLineId: 'line', runId: 'enough', itemKey: 'effect-3' };
    expect(openLowItems(one, results, [])).toEqual([{ ...low[0], runId: 'enough' }]);
    expect(openLowItems(one, results, [{ ...task, planLineId: 'other' }])).toHaveLength(1);
    expect(openLowItems(one, results, [task])).toEqual([]);
  });
});
