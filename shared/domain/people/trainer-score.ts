import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';

/** How the learners of a class valued a trainer (第24条), in points of 100. */
export const trainerScoreDetails = z.object({
  trainerId: z.uuid(),
  classId: z.uuid(),
  score: z
    .number()
    .min(0, '评分不能小于 0')
    .max(100, '评分不能大于 100')
    .refine((score) => Math.abs(score * 10 - Math.round(score * 10)) < 1e-6, '评分最多一位小数'),
  answers: z.number().int('人数应为整数').min(1, '评分人数至少为 1').max(5000),
  date: civilDate,
  note: z.string().trim().max(200),
});
type TrainerScoreDetails = z.infer<typeof trainerScoreDetails>;

export interface TrainerScore extends TrainerScoreDetails {
  id: string;
  /** The survey run it was counted from; null where it was typed in. */
  runId: string | null;
  at: string;
  by: string;
}

/** The mean over all who answered, to one decimal; null where nobody did. */
export function meanScore(scores: readonly Pick<TrainerScore, 'score' | 'answers'>[]): number | null {
  const answers = scores.reduce((sum, one) => sum + one.answers, 0);
  if (answers === 0) return null;
  return Math.round((scores.reduce((sum, one) => sum + one.score * one.answers, 0) / answers) * 10) / 10;
}
