import { type Question, questionsOf, scaleTop } from '../../domain/surveys/survey.ts';
import {
  type AnswerValue,
  type AskedForm,
  answerFault,
  type SurveyAnswer,
  tidyAnswer,
} from '../../domain/surveys/survey-answer.ts';
import type { Grid } from '../roster/grid.ts';

/** Something a column can hold: a question, a trainer's item, or the code. */
export interface AnswerTarget {
  key: string;
  label: string;
}

export const codeTarget = 'code';

/** All that a column can be mapped to. */
export function answerTargets({ content, trainers }: AskedForm, asksCode: boolean): AnswerTarget[] {
  const targets = questionsOf(content).flatMap((question, at): AnswerTarget[] => {
    const label = `${at + 1}. ${question.title}`;
    if (question.kind !== 'matrix') return [{ key: question.id, label }];
    return trainers.flatMap(({ id, name }) =>
      question.items.map((item) => ({
        key: `${question.id}/${id}/${item.id}`,
        label: `${label} ${name} ${item.title}`,
      })),
    );
  });
  return asksCode ? [{ key: codeTarget, label: '码' }, ...targets] : targets;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\d.、:：*（）()—\-_]/g, '');
}

/** The columns a sheet's headings seem to name, by target; null where none does. */
export function suggestColumns(
  headings: readonly string[],
  targets: readonly AnswerTarget[],
): Record<string, number | null> {
  const taken = new Set<number>();
  const find = (label: string): number | null => {
    const wanted = plain(label);
    const isFree = (_: string, at: number) => !taken.has(at);
    const exact = headings.findIndex((text, at) => isFree(text, at) && plain(text) === wanted);
    const near = headings.findIndex(
      (text, at) =>
        isFree(text, at) &&
        plain(text) !== '' &&
        (plain(text).includes(wanted) || wanted.includes(plain(text))),
    );
    const found = exact >= 0 ? exact : near;
    if (found < 0) return null;
    taken.add(found);
    return found;
  };
  return Object.fromEntries(targets.map(({ key, label }) => [key, find(label)]));
}

const separators = /[┋;；,，、|\n]+/;

/** A choice by what it is called, or by its number in the list. */
function choiceId(text: string, choices: readonly { id: string; title: string }[]): string {
  const named = choices.find(({ title }) => plain(title) === plain(text) && plain(title) !== '');
  return (
    named?.id ?? choices.find(({ title }) => title === text)?.id ?? choices[Number(text) - 1]?.id ?? text
  );
}

function pointOf(text: string, labels: readonly string[]): AnswerValue {
  const named = labels.indexOf(text);
  if (named >= 0) return named + 1;
  const digits = /^([1-9]\d*)\s*(分|星)?$/.exec(text.normalize('NFKC'));
  return digits ? Number(digits[1]) : scaleTop + 1;
}

function readValue(question: Question, text: string): AnswerValue {
  switch (question.kind) {
    case 'scale':
    case 'matrix':
      return pointOf(text, question.labels);
    case 'single':
      return choiceId(text, question.choices);
    case 'multiple':
      return text
        .split(separators)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => choiceId(part, question.choices));
    case 'number':
      return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    case 'text':
      return text.slice(0, 2000);
  }
}

export interface SheetAnswer {
  /** As the sheet numbers it, from 1. */
  row: number;
  state: 'good' | 'rejected';
  code: string | null;
  answer: SurveyAnswer;
  problem: string;
}

/** Every row below the headings as an answer, or why it is none; empty rows are passed over. */
export function readSheetAnswers(
  grid: Grid,
  headerRow: number,
  columns: Readonly<Record<string, number | null>>,
  form: AskedForm,
): SheetAnswer[] {
  const questions = questionsOf(form.content);
  return grid.rows.flatMap((cells, index): SheetAnswer[] => {
    if (index <= headerRow || cells.every((cell) => (cell?.text ?? '').trim() === '')) return [];
    const raw: SurveyAnswer = {};
    let code: string | null = null;
    for (const [key, column] of Object.entries(columns)) {
      const text = column === null ? '' : (cells[column]?.text ?? '').trim();
      if (text === '') continue;
      if (key === codeTarget) {
        code = text;
        continue;
      }
      const [questionId = '', trainerId, itemId] = key.split('/');
      const question = questions.find(({ id }) => id === questionId);
      if (!question) continue;
      const value = readValue(question, text);
      if (trainerId === undefined || itemId === undefined) raw[questionId] = value;
      else {
        const before = (raw[questionId] ?? {}) as Record<string, Record<string, number>>;
        raw[questionId] = { ...before, [trainerId]: { ...before[trainerId], [itemId]: Number(value) } };
      }
    }
    const answer = tidyAnswer(form, raw);
    const problem = answerFault(form, answer, true) ?? '';
    return [{ row: index + 1, state: problem === '' ? 'good' : 'rejected', code, answer, problem }];
  });
}
