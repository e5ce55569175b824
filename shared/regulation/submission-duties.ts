import { addDays, type CivilDate, civilYear } from '../domain/base/civil-date.ts';
import { monthPeriod, quarterPeriod, yearPeriod } from '../domain/base/period.ts';
import type { Period } from '../domain/base/statistics.ts';
import { type Submission, submissionsOf } from '../domain/base/submission.ts';

/** Days after its end within which a period's statistics are asked for; 0 where they are not. */
export interface SubmissionTerms {
  yearSubmissionDays: number;
  quarterSubmissionDays: number;
  monthSubmissionDays: number;
}

export interface SubmissionDuty {
  period: Period;
  due: CivilDate;
  isOverdue: boolean;
}

function lastEnded(today: CivilDate) {
  const [year, month] = [civilYear(today), Number(today.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  return {
    year: yearPeriod(year - 1),
    quarter: quarter === 1 ? quarterPeriod(year - 1, 4) : quarterPeriod(year, quarter - 1),
    month: month === 1 ? monthPeriod(year - 1, 12) : monthPeriod(year, month - 1),
  };
}

/** What of the periods that ended last was asked for and is not sent yet, the most urgent first (第28条). */
export function submissionDuties(
  terms: SubmissionTerms,
  submissions: readonly Pick<Submission, 'period' | 'sequence' | 'sent'>[],
  today: CivilDate,
): SubmissionDuty[] {
  const { year, quarter, month } = lastEnded(today);
  const asked: [Period, number][] = [
    [year, terms.yearSubmissionDays],
    [quarter, terms.quarterSubmissionDays],
    [month, terms.monthSubmissionDays],
  ];
  return asked
    .filter(([period, days]) => days > 0 && !submissionsOf(submissions, period).some(({ sent }) => sent))
    .map(([period, days]) => {
      const due = addDays(period.to, days);
      return { period, due, isOverdue: due < today };
    })
    .sort((one, other) => one.due.localeCompare(other.due));
}
