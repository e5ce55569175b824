import { z } from 'zod';

/** An exam score (0–100, one decimal) or a plain verdict. */
export const assessmentResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('score'),
    score: z
      .number()
      .min(0, '成绩不能小于 0')
      .max(100, '成绩不能大于 100')
      .refine((score) => Math.abs(score * 10 - Math.round(score * 10)) < 1e-6, '成绩最多一位小数'),
  }),
  z.object({ kind: z.literal('verdict'), passed: z.boolean() }),
]);
export type AssessmentResult = z.infer<typeof assessmentResult>;

interface RecordedResult {
  result: AssessmentResult;
  at: string;
  by: string;
}

/** The first result stays when a make-up is recorded beside it. */
export interface LearnerAssessment {
  first: RecordedResult;
  makeUp: RecordedResult | null;
}

/** One row a class, its results by learner. */
export interface ClassAssessment {
  classId: string;
  results: Record<string, LearnerAssessment>;
}

export function isPass(result: AssessmentResult, passMark: number): boolean {
  return result.kind === 'score' ? result.score >= passMark : result.passed;
}

/** The result that counts: the make-up where there is one. */
export function countingResult(assessment: LearnerAssessment | undefined): AssessmentResult | undefined {
  return (assessment?.makeUp ?? assessment?.first)?.result;
}

/** `86 分`, `合格` or `不合格`. */
export function describeResult(result: AssessmentResult): string {
  return result.kind === 'score' ? `${result.score} 分` : result.passed ? '合格' : '不合格';
}

/**
 * Reads a cell of a result column: `86`, `86.5分`, `合格`, `不合格`; null where it is neither.
 */
export function readResult(text: string): AssessmentResult | null {
  const tidy = text.normalize('NFKC').replace(/[\s分]/g, '');
  if (['合格', '通过', '及格', '√'].includes(tidy)) return { kind: 'verdict', passed: true };
  if (['不合格', '未通过', '不及格', '×'].includes(tidy)) return { kind: 'verdict', passed: false };
  if (!/^\d+(\.\d+)?$/.test(tidy)) return null;
  const parsed = assessmentResult.safeParse({ kind: 'score', score: Number(tidy) });
  return parsed.success ? parsed.data : null;
}
