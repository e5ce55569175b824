import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';

/** What is to be done about something that was valued low (第24条): by whom and by when. */
export const improvementTaskDetails = z.object({
  planLineId: z.uuid(),
  /** The run and what it asked, as `question` or `question/trainer/item`. */
  runId: z.uuid(),
  itemKey: z.string().min(1).max(200),
  /** What was valued, in words. */
  item: z.string().trim().min(1).max(300),
  action: z.string().trim().min(2, '请写明改进措施').max(200),
  owner: z.string().trim().min(2, '请填写责任人').max(40),
  dueOn: civilDate,
});
type ImprovementTaskDetails = z.infer<typeof improvementTaskDetails>;

export interface ImprovementTask extends ImprovementTaskDetails {
  id: string;
  /** The mean it had, of 5. */
  mean: number;
  done: { at: string; by: string; note: string } | null;
}
