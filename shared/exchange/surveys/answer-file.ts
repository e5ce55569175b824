import { z } from 'zod';
import { surveyAnswer } from '../../domain/surveys/survey-answer.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** One filled form: `token` tells a form that comes twice; it is made at random where the form was filled. */
export const filledForm = z.object({
  token: z.uuid(),
  code: z.string().max(20).nullable(),
  answer: surveyAnswer,
});
export type FilledForm = z.infer<typeof filledForm>;

/** What is sealed in an answer file. */
export const filledForms = z.array(filledForm).min(1).max(2000);

/**
 * The file a form without network leaves behind. Its answers are sealed to the run's ballot box
 * (ECDH P-256 with a key of its own, HKDF-SHA-256, AES-256-GCM): nobody with the folder reads them, and
 * a file that was edited by hand does not open.
 */
export const answerFile = z.object({
  format: z.literal('jidi-answers'),
  version: z.literal(1),
  runId: z.uuid(),
  /** Raw public key of the one who sealed it. */
  ephemeral: base64,
  /** Nonce, sealed answers, tag. */
  sealed: base64,
});
export type AnswerFile = z.infer<typeof answerFile>;

export const answerFileEnding = 'answers.json';
export const answerFileKeyInfo = '继续教育基地/答卷';

/** What the sealed part is bound to. */
export function answerFileBinding({ format, version, runId }: Omit<AnswerFile, 'ephemeral' | 'sealed'>) {
  return `${format}/${version}/${runId}`;
}

/** Plain texts are filled up with blanks to this many characters, so that their length says little. */
export const answerFilePadding = 4096;
