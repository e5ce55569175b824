import type { BoxForm, PaperForm } from '../../../shared/contract/surveys.ts';
import { codeDigits, isCode, spacedCode, tidyCode } from '../../../shared/domain/base/one-time-code.ts';
import {
  type Question,
  type QuestionOf,
  questionsOf,
  scaleTop,
} from '../../../shared/domain/surveys/survey.ts';
import { type AnswerValue, isAsked, tidyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';

/** What was typed into a cell: the form with it, or why it is nothing that could stand there. */
type Typed = { ok: true; form: PaperForm } | { ok: false; why: string };

/** One thing to type of a paper form. */
export interface PaperCell {
  key: string;
  label: string;
  hint: string;
  /** So many characters complete it without Enter; null waits for Enter. */
  length: number | null;
  isText: boolean;
  textOf(form: PaperForm): string;
  type(form: PaperForm, text: string): Typed;
}

function withValue(form: PaperForm, id: string, value: AnswerValue | undefined): PaperForm {
  const { [id]: _, ...others } = form.answer;
  return { ...form, answer: value === undefined ? others : { ...others, [id]: value } };
}

function wrong(why: string): Typed {
  return { ok: false, why };
}

/** A digit from 1 to `most`; nothing and 0 are a blank. */
function readDigit(text: string, most: number): { ok: true; digit: number | null } | { ok: false } {
  const digit = Number(text || '0');
  if (!Number.isInteger(digit) || digit < 0 || digit > most) return { ok: false };
  return { ok: true, digit: digit === 0 ? null : digit };
}

function pointCell(
  about: Pick<PaperCell, 'key' | 'label'>,
  get: (form: PaperForm) => number | undefined,
  set: (form: PaperForm, point: number | undefined) => PaperForm,
): PaperCell {
  return {
    ...about,
    hint: `1–${scaleTop}；没填按 0 或回车`,
    length: 1,
    isText: false,
    textOf: (form) => String(get(form) ?? ''),
    type(form, text) {
      const read = readDigit(text, scaleTop);
      return read.ok ? { ok: true, form: set(form, read.digit ?? undefined) } : wrong(`只能是 0–${scaleTop}`);
    },
  };
}

type Points = Record<string, Record<string, number>>;

function matrixCells(question: QuestionOf<'matrix'>, label: string, { trainers }: BoxForm): PaperCell[] {
  const pointsOf = (form: PaperForm) => (form.answer[question.id] ?? {}) as Points;
  return trainers.flatMap(({ id, name }) =>
    question.items.map((item) =>
      pointCell(
        { key: `${question.id}/${id}/${item.id}`, label: `${label} ${name} ${item.title}` },
        (form) => pointsOf(form)[id]?.[item.id],
        (form, point) => {
          const { [item.id]: _, ...others } = pointsOf(form)[id] ?? {};
          const own = point === undefined ? others : { ...others, [item.id]: point };
          return withValue(form, question.id, { ...pointsOf(form), [id]: own });
        },
      ),
    ),
  );
}

function singleCell(question: QuestionOf<'single'>, label: string): PaperCell {
  const { choices, id } = question;
  return {
    key: id,
    label,
    hint: `${choices.map(({ title }, at) => `${at + 1} ${title}`).join('　')}；没填按 0 或回车`,
    length: choices.length < 10 ? 1 : null,
    isText: false,
    textOf: (form) => {
      const at = choices.findIndex((choice) => choice.id === form.answer[id]);
      return at < 0 ? '' : String(at + 1);
    },
    type(form, text) {
      const read = readDigit(text, choices.length);
      if (!read.ok) return wrong(`只能是 0–${choices.length}`);
      return { ok: true, form: withValue(form, id, choices[(read.digit ?? 0) - 1]?.id) };
    },
  };
}

function multipleCell(question: QuestionOf<'multiple'>, label: string): PaperCell {
  const { choices, id } = question;
  const isWide = choices.length > 9;
  return {
    key: id,
    label,
    hint: `${choices.map(({ title }, at) => `${at + 1} ${title}`).join('　')}；${isWide ? '几个之间按空格，' : '几个连着打，'}回车结束`,
    length: null,
    isText: false,
    textOf: (form) => {
      const chosen = form.answer[id];
      if (!Array.isArray(chosen)) return '';
      const numbers = choices.flatMap((choice, at) => (chosen.includes(choice.id) ? [at + 1] : []));
      return numbers.join(isWide ? ' ' : '');
    },
    type(form, text) {
      const parts = (isWide ? text.split(/\s+/) : [...text]).filter(
        (part) => part.trim() !== '' && part !== '0',
      );
      const chosen = parts.map((part) => choices[Number(part) - 1]?.id);
      const known = chosen.filter((one) => one !== undefined);
      if (known.length < chosen.length) return wrong(`只能是 1–${choices.length}`);
      return { ok: true, form: withValue(form, id, known.length === 0 ? undefined : [...new Set(known)]) };
    },
  };
}

function numberCell({ id, least, most }: QuestionOf<'number'>, label: string): PaperCell {
  return {
    key: id,
    label,
    hint: `${least}–${most}，回车结束；没填直接回车`,
    length: null,
    isText: false,
    textOf: (form) => String(form.answer[id] ?? ''),
    type(form, text) {
      if (text === '') return { ok: true, form: withValue(form, id, undefined) };
      const value = Number(text);
      if (!Number.isInteger(value) || value < least || value > most) return wrong(`应为 ${least}–${most}`);
      return { ok: true, form: withValue(form, id, value) };
    },
  };
}

function textCell({ id }: QuestionOf<'text'>, label: string): PaperCell {
  return {
    key: id,
    label,
    hint: '照抄，回车结束；没写直接回车',
    length: null,
    isText: true,
    textOf: (form) => String(form.answer[id] ?? ''),
    type: (form, text) => ({ ok: true, form: withValue(form, id, text.trim() === '' ? undefined : text) }),
  };
}

const codeCell: PaperCell = {
  key: 'code',
  label: '码',
  hint: '表头上的 9 位数字',
  length: codeDigits,
  isText: false,
  textOf: ({ code }) => (code === null ? '' : spacedCode(code)),
  type(form, text) {
    const code = tidyCode(text);
    return isCode(code) ? { ok: true, form: { ...form, code } } : wrong('这个码不对，请看清再录');
  },
};

function cellsOfQuestion(question: Question, label: string, form: BoxForm): PaperCell[] {
  switch (question.kind) {
    case 'scale': {
      const { id } = question;
      return [
        pointCell(
          { key: id, label },
          ({ answer }) => answer[id] as number | undefined,
          (paper, point) => withValue(paper, id, point),
        ),
      ];
    }
    case 'matrix':
      return matrixCells(question, label, form);
    case 'single':
      return [singleCell(question, label)];
    case 'multiple':
      return [multipleCell(question, label)];
    case 'number':
      return [numberCell(question, label)];
    case 'text':
      return [textCell(question, label)];
  }
}

/** All that is to be typed of a form, as its answers stand: what is not asked has no cell. */
export function cellsOf(form: BoxForm, paper: PaperForm): PaperCell[] {
  const answer = tidyAnswer(form, paper.answer);
  const cells = questionsOf(form.content).flatMap((question, at) =>
    isAsked(question, answer) ? cellsOfQuestion(question, `${at + 1}. ${question.title}`, form) : [],
  );
  return form.access === 'codes' ? [codeCell, ...cells] : cells;
}

/** The cells two typings of a form differ in. */
export function differingCells(form: BoxForm, first: PaperForm, second: PaperForm): PaperCell[] {
  const cells = new Map([...cellsOf(form, first), ...cellsOf(form, second)].map((cell) => [cell.key, cell]));
  return [...cells.values()].filter((cell) => cell.textOf(first) !== cell.textOf(second));
}

/** What the digits of a pile add up to, per typing: a total that both have to come to. */
export function digitTotal(form: BoxForm, forms: readonly PaperForm[]): number {
  return forms
    .flatMap((paper) =>
      cellsOf(form, paper).flatMap((cell) =>
        cell.isText || cell.key === 'code' ? [] : [cell.textOf(paper)],
      ),
    )
    .reduce((sum, text) => sum + [...text].reduce((digits, digit) => digits + (Number(digit) || 0), 0), 0);
}
