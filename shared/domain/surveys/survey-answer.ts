import { z } from 'zod';
import { type Question, questionsOf, type SurveyContent, type SurveySection, scaleTop } from './survey.ts';

/** Points by trainer and item. */
const matrixValue = z.record(z.string(), z.record(z.string(), z.number().int().min(1).max(scaleTop)));

const answerValue = z.union([z.number(), z.string().max(2000), z.array(z.string()), matrixValue]);
export type AnswerValue = z.infer<typeof answerValue>;

/**
 * What one person answered, by question: a point or number, the id of a choice or several, a text, or
 * points by trainer and item. It holds no person, no time and no number of its own.
 */
export const surveyAnswer = z.record(z.string(), answerValue);
export type SurveyAnswer = z.infer<typeof surveyAnswer>;

/** A trainer as a form names one. */
export const ratedTrainer = z.object({ id: z.uuid(), name: z.string().min(1).max(60) });
export type RatedTrainer = z.infer<typeof ratedTrainer>;

/** What is asked, and of which trainers. */
export interface AskedForm {
  content: SurveyContent;
  trainers: readonly RatedTrainer[];
}

/** Whether a question is put, as the answers stand. */
export function isAsked(question: Question, answer: SurveyAnswer): boolean {
  if (question.showIf === null) return true;
  const { questionId, anyOf } = question.showIf;
  const given = answer[questionId];
  if (given === undefined) return false;
  return (Array.isArray(given) ? given : [String(given)]).some((one) => anyOf.includes(one));
}

function isPoint(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= scaleTop;
}

/** A value as it is kept: choices and points in the form's order; undefined where nothing was answered. */
function tidied(question: Question, value: AnswerValue, { trainers }: AskedForm): AnswerValue | undefined {
  switch (question.kind) {
    case 'multiple': {
      if (!Array.isArray(value) || value.length === 0) return undefined;
      const order = question.choices.map(({ id }) => id);
      return [...new Set(value)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    }
    case 'matrix': {
      if (typeof value !== 'object' || Array.isArray(value)) return value;
      const known = new Set([...trainers.map(({ id }) => id), ...Object.keys(value)]);
      const rows = [...known].flatMap((trainerId) => {
        const points = value[trainerId] ?? {};
        const items = new Set([...question.items.map(({ id }) => id), ...Object.keys(points)]);
        const given = [...items].flatMap((item) => (item in points ? [[item, points[item] ?? 0]] : []));
        return given.length === 0 ? [] : [[trainerId, Object.fromEntries(given)] as const];
      });
      return rows.length === 0 ? undefined : (Object.fromEntries(rows) as AnswerValue);
    }
    case 'text':
      return typeof value === 'string' && value.trim() === '' ? undefined : tidyText(value);
    default:
      return value === '' ? undefined : value;
  }
}

function tidyText(value: AnswerValue): AnswerValue {
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : value;
}

/**
 * An answer as it is kept: in the form's order, so that the order it was filled in is gone, without
 * blanks, and without what was not asked any more.
 */
export function tidyAnswer(form: AskedForm, answer: SurveyAnswer): SurveyAnswer {
  const kept: SurveyAnswer = {};
  const questions = questionsOf(form.content);
  for (const question of questions) {
    const value = answer[question.id];
    if (value === undefined || !isAsked(question, kept)) continue;
    const tidy = tidied(question, value, form);
    if (tidy !== undefined) kept[question.id] = tidy;
  }
  // What the form does not ask stays, for `answerFaults` to name.
  const known = new Set(questions.map(({ id }) => id));
  for (const [id, value] of Object.entries(answer)) if (!known.has(id)) kept[id] = value;
  return kept;
}

function valueFault(question: Question, value: AnswerValue, { trainers }: AskedForm): string | null {
  switch (question.kind) {
    case 'scale':
      return isPoint(value) ? null : '应为 1–5 分';
    case 'single':
      return question.choices.some(({ id }) => id === value) ? null : '没有这个选项';
    case 'multiple':
      return Array.isArray(value) && value.every((one) => question.choices.some(({ id }) => id === one))
        ? null
        : '没有这个选项';
    case 'number':
      return typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= question.least &&
        value <= question.most
        ? null
        : `应为 ${question.least}–${question.most} 的整数`;
    case 'text':
      return typeof value === 'string' ? null : '应为文字';
    case 'matrix': {
      if (typeof value !== 'object' || Array.isArray(value)) return '应为对教师的评分';
      const isKnown = Object.entries(value).every(
        ([trainerId, points]) =>
          trainers.some(({ id }) => id === trainerId) &&
          Object.entries(points).every(
            ([item, point]) => question.items.some(({ id }) => id === item) && isPoint(point),
          ),
      );
      return isKnown ? null : '评分的教师、项目或分数不对';
    }
  }
}

/** Whether a question counts as answered: of a matrix, every trainer by every item. */
function isComplete(question: Question, value: AnswerValue | undefined, { trainers }: AskedForm): boolean {
  if (value === undefined) return question.kind === 'matrix' && trainers.length === 0;
  if (question.kind !== 'matrix') return true;
  const points = value as z.infer<typeof matrixValue>;
  return trainers.every(({ id }) => question.items.every((item) => points[id]?.[item.id] !== undefined));
}

/** What is wrong with the answer to one question, in words that name it; null where nothing is. */
function questionFault(
  form: AskedForm,
  question: Question,
  answer: SurveyAnswer,
  allowsBlanks: boolean,
): string | null {
  const number = questionsOf(form.content).findIndex(({ id }) => id === question.id) + 1;
  const where = `第 ${number} 题“${question.title}”`;
  const value = answer[question.id];
  const wrong = value === undefined ? null : valueFault(question, value, form);
  if (wrong) return `${where}：${wrong}`;
  const isMissing = question.required && isAsked(question, answer) && !isComplete(question, value, form);
  return isMissing && !allowsBlanks ? `${where}：必答，没有填` : null;
}

function firstFault(
  form: AskedForm,
  questions: readonly Question[],
  answer: SurveyAnswer,
  allowsBlanks = false,
): string | null {
  for (const question of questions) {
    const fault = questionFault(form, question, answer, allowsBlanks);
    if (fault) return fault;
  }
  return null;
}

/** The first thing wrong with what one section was answered, so that a page can be left; null where nothing is. */
export function sectionFault(form: AskedForm, section: SurveySection, answer: SurveyAnswer): string | null {
  return firstFault(form, section.questions, answer);
}

/**
 * The first thing wrong with an answer, in words that name the question; null where nothing is.
 * @param allowsBlanks paper comes back with blanks, whatever was required; a screen does not take them
 */
export function answerFault(form: AskedForm, answer: SurveyAnswer, allowsBlanks = false): string | null {
  const questions = questionsOf(form.content);
  const stranger = Object.keys(answer).find((id) => !questions.some((question) => question.id === id));
  if (stranger !== undefined) return `问卷里没有题目 ${stranger}`;
  const fault = firstFault(form, questions, answer, allowsBlanks);
  return fault ?? (Object.keys(answer).length === 0 ? '一题也没有填' : null);
}

/** A text that is the same for equal values, whatever order their keys came in. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${inner.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).join()}}`;
}

/**
 * Answers in an order that follows from what they say alone: whoever sees them, however often, learns
 * nothing of the order they came in.
 */
export function withoutOrder(answers: readonly SurveyAnswer[]): SurveyAnswer[] {
  return answers
    .map((answer) => ({ answer, text: canonicalText(answer) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ answer }) => answer);
}
