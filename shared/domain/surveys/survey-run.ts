import { z } from 'zod';
import type { CivilDate } from '../base/civil-date.ts';
import type { Audience } from './survey.ts';
import type { RatedTrainer, SurveyAnswer } from './survey-answer.ts';

/** How answers came in. */
const channels = { kiosk: '现场终端', file: '表单文件', paper: '纸质', sheet: '表格' } as const;
export type Channel = keyof typeof channels;
export const channelCounts = z.object({
  kiosk: z.number().int().min(0),
  file: z.number().int().min(0),
  paper: z.number().int().min(0),
  sheet: z.number().int().min(0),
});
type ChannelCounts = z.infer<typeof channelCounts>;

/** Who may answer: whoever holds a one-time code, or whoever is given the form. */
export const accesses = { codes: '一人一码', open: '不用码' } as const;
export type Access = keyof typeof accesses;

/** How often each value was given to one thing asked: a question, or a trainer's item. */
export interface ValueCounts {
  [value: string]: number;
}

/** What the answers of a run come to, by what was asked: `question`, or `question/trainer/item`. */
export interface Tally {
  answers: number;
  /** How many people answered it: of a multiple choice fewer than its counts add up to. */
  answered: Record<string, number>;
  counts: Record<string, ValueCounts>;
}

/** One putting of a survey to people: the learners of a class, or the employers afterwards (第24条). */
export interface SurveyRun {
  id: string;
  surveyId: string;
  versionId: string;
  title: string;
  audience: Audience;
  /** The class whose learners are asked: its archive holds the result. Null where employers are. */
  classId: string | null;
  /** The class it is about; null where it is about no single one. */
  aboutClassId: string | null;
  courseId: string | null;
  /** The civil year it counts in. */
  year: number;
  trainers: RatedTrainer[];
  access: Access;
  /** Printed on paper forms, so that a pile finds its run. */
  formCode: string;
  openedOn: CivilDate;
  openedBy: string;
  /** To how many people it was given. */
  given: number;
  closed: { on: CivilDate; by: string } | null;
  /** The lots of the ballot box that were counted: none is counted twice. */
  lots: string[];
  received: ChannelCounts;
  /** Null before the first lot was counted. */
  tally: Tally | null;
}

/** A run with the title of the class it is about, empty where there is none. */
export interface ListedRun extends SurveyRun {
  classTitle: string;
}

/** All answers of a run in an order that says nothing. */
export interface SurveyAnswers {
  runId: string;
  classId: string | null;
  answers: SurveyAnswer[];
}
