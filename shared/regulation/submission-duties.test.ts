import { describe, expect, test } from 'vitest';
import { monthPeriod, quarterPeriod, yearPeriod } from '../domain/base/period.ts';
import { submissionDuties } from './submission-duties.ts';

const none = { yearSubmissionDays: 0, quarterSubmissionDays: 0, monthSubmissionDays: 0 };
const sent = { on: '2027-01-08', how: '政务邮箱', by: '周老师' };

describe('what is to be sent to the authority (第28条)', () => {
  test.each([
    ['2027-01-01', { ...none, yearSubmissionDays: 31 }, yearPeriod(2026), '2027-01-31', false],
    ['2027-01-31', { ...none, yearSubmissionDays: 31 }, yearPeriod(2026), '2027-01-31', false],
    ['2027-02-01', { ...none, yearSubmissionDays: 31 }, yearPeriod(2026), '2027-01-31', true],
    ['2027-01-05', { ...none, quarterSubmissionDays: 10 }, quarterPeriod(2026, 4), '2027-01-10', false],
    ['2026-07-05', { ...none, quarterSubmissionDays: 10 }, quarterPeriod(2026, 2), '2026-07-10', false],
    ['2027-01-12', { ...none, monthSubmissionDays: 10 }, monthPeriod(2026, 12), '2027-01-10', true],
    ['2026-03-02', { ...none, monthSubmissionDays: 10 }, monthPeriod(2026, 2), '2026-03-10', false],
  ] as const)('on %s, of what ended last', (today, terms, period, due, isOverdue) => {
    expect(submissionDuties(terms, [], today)).toEqual([{ period, due, isOverdue }]);
  });

  test('nothing where nothing is asked for, or where it was sent', () => {
    expect(submissionDuties(none, [], '2027-01-05')).toEqual([]);
    const terms = { ...none, yearSubmissionDays: 31, monthSubmissionDays: 10 };
    const made = { period: monthPeriod(2026, 12), sequence: 1 };
    expect(submissionDuties(terms, [{ ...made, sent: null }], '2027-01-05')).toHaveLength(2);
    expect(submissionDuties(terms, [{ ...made, sent }], '2027-01-05').map(({ period }) => period)).toEqual([
      yearPeriod(2026),
    ]);
  });
});
