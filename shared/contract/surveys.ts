import { z } from 'zod';
import { hex32Bytes } from '../domain/base/hex.ts';
import { surveyContent } from '../domain/surveys/survey.ts';
import { ratedTrainer, surveyAnswer } from '../domain/surveys/survey-answer.ts';
import { channelCounts } from '../domain/surveys/survey-run.ts';
import { filledForm } from '../exchange/surveys/answer-file.ts';

const nothing = z.object({});
const runId = z.uuid();
const ofRun = z.object({ runId });

/** What a run's ballot box takes answers for. */
export const boxForm = z.object({
  runId,
  content: surveyContent,
  trainers: z.array(ratedTrainer).max(200),
  access: z.enum(['codes', 'open']),
});
export type BoxForm = z.infer<typeof boxForm>;

/** A form of a pile as it is typed. */
const paperForm = z.object({ code: z.string().max(20).nullable(), answer: surveyAnswer });
export type PaperForm = z.infer<typeof paperForm>;

/** A pile of paper forms, typed twice and then taken whole. */
export const paperPile = z.object({
  id: z.uuid(),
  /** How many forms lie in it, counted before typing. */
  forms: z.number().int().min(1, '这一摞至少一份').max(500, '一摞最多 500 份，请分开录入'),
  first: z.array(paperForm).max(500),
  second: z.array(paperForm).max(500),
});
export type PaperPile = z.infer<typeof paperPile>;

/** What may be known of a box while it is shut: how many, never what or who. */
const boxState = z.object({
  /** Of the answers that lie in it now; another after each counting. */
  lot: z.uuid(),
  answers: z.number().int(),
  received: channelCounts,
  codes: z.object({ issued: z.number().int(), spent: z.number().int() }),
  piles: z.array(paperPile),
});
export type BoxState = z.infer<typeof boxState>;

const uploaded = z.object({ name: z.string().max(260), bytes: z.instanceof(Uint8Array) });

const inspectedFile = z.object({
  name: z.string(),
  /** How many answers it holds; 0 where it does not open. */
  answers: z.number().int(),
  /** Why it is not taken; empty where it is. */
  problem: z.string(),
});
export type InspectedFile = z.infer<typeof inspectedFile>;

/**
 * Ballot boxes: the host keeps the answers of a run sealed and without order until it is counted, so that
 * no journal entry tells when an answer came (第24条, anonymous).
 */
export const surveysContract = {
  /** Begins or goes on with the box of a run, also one that was shut; what is asked is fixed by the first time. */
  open: { input: boxForm, output: boxState },
  /** Null where there is no box on this machine. */
  state: { input: ofRun, output: z.object({ state: boxState.nullable() }) },
  /** New one-time codes, tied to nobody. */
  issueCodes: {
    input: ofRun.extend({ count: z.number().int().min(1, '至少一张').max(2000, '一次最多 2000 张') }),
    output: z.object({ codes: z.array(z.string()), state: boxState }),
  },
  /** Whether a code may still be used; refused with the reason where not. */
  checkCode: { input: ofRun.extend({ code: z.string().max(40) }), output: nothing },
  /** One form filled at the terminal; the same token is taken once. */
  cast: { input: ofRun.extend({ form: filledForm }), output: boxState },
  /** Rows of a sheet, all or none. `source` is a hash of the sheet: the same is taken once. */
  castRows: {
    input: ofRun.extend({
      source: hex32Bytes,
      rows: z
        .array(paperForm.extend({ row: z.number().int() }))
        .min(1)
        .max(5000),
    }),
    output: boxState,
  },
  savePile: { input: ofRun.extend({ pile: paperPile }), output: boxState },
  removePile: { input: ofRun.extend({ pileId: z.uuid() }), output: boxState },
  /** Takes a pile that was typed twice alike. */
  castPile: { input: ofRun.extend({ pileId: z.uuid() }), output: boxState },
  /** Looks at answer files without taking any. */
  inspectFiles: {
    input: ofRun.extend({ files: z.array(uploaded).min(1).max(2000) }),
    output: z.object({ files: z.array(inspectedFile) }),
  },
  /** Takes answer files, all or none. */
  castFiles: { input: ofRun.extend({ files: z.array(uploaded).min(1).max(2000) }), output: boxState },
  /** Writes the form as one HTML file that works without network and app. */
  writeForm: {
    input: ofRun.extend({ title: z.string().max(120) }),
    output: z.object({ fileId: z.uuid(), name: z.string(), url: z.string() }),
  },
  /** Takes no more answers, and gives all there are for counting. */
  shut: { input: ofRun, output: boxState.extend({ content: z.array(surveyAnswer) }) },
  /** Takes out a lot that was counted and is kept elsewhere by now. Another lot stays. */
  empty: { input: ofRun.extend({ lot: z.uuid() }), output: boxState },
} as const;
