import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import type { DueLines } from '../../components/capability.ts';
import { readSubmissionDuties } from '../../records/statistics/duties.ts';

/** Periods that the authority waits for. */
export const due: DueLines = {
  place: 1,
  read: async (database, today) =>
    (await readSubmissionDuties(database, today)).map(({ period, due: until, isOverdue }) => ({
      label: `${describePeriod(period)}统计还没有报送（${chineseDate(until)}${isOverdue ? '已过期' : '到期'}）`,
      count: 1,
      to: `/statistics?from=${period.from}&to=${period.to}`,
    })),
};
