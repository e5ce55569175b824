import { z } from 'zod';

/** What becomes of minutes that make no whole hour: 第10条 is silent. */
export const partHourRules = { dropped: '舍去', rounded: '满半个学时（22.5 分钟）进为 1' } as const;
/** Whether someone who came late attended: the measures are silent. */
export const latenessRules = { attended: '算到课', missed: '算缺课' } as const;

export const countingRules = z.object({
  partHours: z.enum(['dropped', 'rounded']),
  lateness: z.enum(['attended', 'missed']),
});
/** How a class counts. A class keeps the rules it was opened with, whatever the settings become. */
export type CountingRules = z.infer<typeof countingRules>;

export const defaultCountingRules: CountingRules = { partHours: 'dropped', lateness: 'attended' };
