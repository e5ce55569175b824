import { z } from 'zod';
import type { Drafted, Published } from '../base/drafted.ts';
import { oneOf } from '../base/one-of.ts';

export const questionKinds = {
  scale: '五分量表',
  matrix: '教师评分',
  single: '单选',
  multiple: '多选',
  number: '数字',
  text: '文字',
} as const;
export type QuestionKind = keyof typeof questionKinds;

/** The most a scale goes to; 1 is the least. */
export const scaleTop = 5;
export const scalePoints = [1, 2, 3, 4, 5] as const;

const shortId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const title = z.string().trim().min(1, '请填写题目').max(200);

const choice = z.object({
  id: shortId,
  title: z.string().trim().min(1, '请填写选项').max(100),
});
export type Choice = z.infer<typeof choice>;

const about = {
  /** Stays the same through every version: by it results of versions are compared. */
  id: shortId,
  title,
  required: z.boolean(),
  /** Shown only where an earlier question was answered with one of these; null shows it always. */
  showIf: z.object({ questionId: shortId, anyOf: z.array(z.string()).min(1) }).nullable(),
};

/** What the points 1 to 5 are called. */
const labels = z.array(z.string().trim().min(1, '请填写每一分的名称').max(20)).length(scaleTop);

const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scale'), ...about, labels }),
  /** Each trainer of the class by each item, in points of 5. */
  z.object({
    kind: z.literal('matrix'),
    ...about,
    labels,
    items: z.array(choice).min(1, '至少一个评分项').max(12),
  }),
  z.object({ kind: z.literal('single'), ...about, choices: z.array(choice).min(2, '至少两个选项').max(30) }),
  z.object({
    kind: z.literal('multiple'),
    ...about,
    choices: z.array(choice).min(2, '至少两个选项').max(30),
  }),
  z
    .object({ kind: z.literal('number'), ...about, least: z.number().int(), most: z.number().int() })
    .refine(({ least, most }) => least < most, { path: ['most'], message: '最大值应大于最小值' }),
  z.object({ kind: z.literal('text'), ...about }),
]);
export type Question = z.infer<typeof question>;
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

const section = z.object({ id: shortId, title: z.string().trim().max(80), questions: z.array(question) });
export type SurveySection = z.infer<typeof section>;

/** Why a question may not be shown on what `showIf` names; null where it may. */
function showIfFault(one: Question, before: readonly Question[]): string | null {
  if (one.showIf === null) return null;
  const { questionId, anyOf } = one.showIf;
  const asked = before.find(({ id }) => id === questionId);
  if (!asked) return `“${one.title}”的显示条件要用它前面的题目`;
  const offered = answersOffered(asked);
  if (offered === null) return `“${one.title}”的显示条件只能用量表题或选择题`;
  return anyOf.every((answer) => offered.some(({ id }) => id === answer))
    ? null
    : `“${one.title}”的显示条件用了“${asked.title}”没有的选项`;
}

/** The answers a question can be asked for by `showIf`; null where it has no list of them. */
export function answersOffered(one: Question): Choice[] | null {
  if (one.kind === 'scale') return one.labels.map((label, at) => ({ id: String(at + 1), title: label }));
  return one.kind === 'single' || one.kind === 'multiple' ? one.choices : null;
}

/** What a survey asks, in its order. */
export const surveyContent = z
  .object({
    title: z.string().trim().min(2, '问卷名称至少 2 个字').max(60),
    /** Above the first question: what it is for, that it is anonymous. */
    intro: z.string().trim().max(500),
    sections: z.array(section).min(1).max(30),
  })
  .superRefine(({ sections }, context) => {
    const questions = sections.flatMap((one) => one.questions);
    const ids = [...sections.map(({ id }) => id), ...questions.map(({ id }) => id)];
    const fault = (message: string) => context.addIssue({ code: 'custom', path: ['sections'], message });
    if (questions.length === 0) fault('问卷里还没有题目');
    if (questions.length > 100) fault('问卷最多 100 题');
    if (new Set(ids).size < ids.length) fault('题目编号重复，请删除后重新添加');
    for (const [at, one] of questions.entries()) {
      const wrong = showIfFault(one, questions.slice(0, at));
      if (wrong) fault(wrong);
      const own = 'choices' in one ? one.choices : 'items' in one ? one.items : [];
      if (new Set(own.map(({ title: text }) => text)).size < own.length) fault(`“${one.title}”有重复的选项`);
    }
  });
export type SurveyContent = z.infer<typeof surveyContent>;

export function questionsOf({ sections }: Pick<SurveyContent, 'sections'>): Question[] {
  return sections.flatMap(({ questions }) => questions);
}

/** Whom a survey asks. */
export const audiences = { learners: '学员', employers: '用人单位' } as const;
export type Audience = keyof typeof audiences;
export const audience = oneOf(audiences);

/** A survey as it is worked on (第24条); what was put to people are its versions. */
export interface Survey extends Drafted<SurveyContent> {
  audience: Audience;
}

/** What was put to people; it never changes, so that answers stay with what they were given to. */
export interface SurveyVersion extends Published {
  surveyId: string;
  content: SurveyContent;
}
