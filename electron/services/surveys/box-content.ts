import { randomInt, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type BoxState, boxForm, type PaperForm, paperPile } from '../../../shared/contract/surveys.ts';
import { codeOf, isCode, spacedCode, tidyCode } from '../../../shared/domain/base/one-time-code.ts';
import {
  answerFault,
  surveyAnswer,
  tidyAnswer,
  withoutOrder,
} from '../../../shared/domain/surveys/survey-answer.ts';
import { type Channel, channelCounts } from '../../../shared/domain/surveys/survey-run.ts';
import { refusal } from '../../../shared/refusals/index.ts';

/**
 * What lies in a ballot box. Answers, codes and tokens are lists of their own, each sorted by what it says:
 * nothing in here ties one to another, or to a time.
 */
export const boxContent = z.object({
  form: boxForm,
  keys: z.object({ privateKey: z.string(), publicKey: z.string() }),
  lot: z.uuid(),
  /** Being counted, or counted: no more answers. */
  isShut: z.boolean(),
  answers: z.array(surveyAnswer),
  received: channelCounts,
  unspent: z.array(z.string()),
  spent: z.array(z.string()),
  tokens: z.array(z.string()),
  piles: z.array(paperPile),
});
export type BoxContent = z.infer<typeof boxContent>;

const nothingReceived = { kiosk: 0, file: 0, paper: 0, sheet: 0 };

export function emptyBox(form: BoxContent['form'], keys: BoxContent['keys']): BoxContent {
  return {
    form,
    keys,
    lot: randomUUID(),
    isShut: false,
    answers: [],
    received: nothingReceived,
    unspent: [],
    spent: [],
    tokens: [],
    piles: [],
  };
}

export function stateOf({ lot, answers, received, unspent, spent, piles }: BoxContent): BoxState {
  return {
    lot,
    answers: answers.length,
    received,
    codes: { issued: unspent.length + spent.length, spent: spent.length },
    piles,
  };
}

/** A box with so many codes more, each as likely as any other. */
export function withCodes(box: BoxContent, count: number): { box: BoxContent; codes: string[] } {
  const taken = new Set([...box.unspent, ...box.spent]);
  const codes: string[] = [];
  while (codes.length < count) {
    const code = codeOf(String(randomInt(100_000_000)).padStart(8, '0'));
    if (taken.has(code)) continue;
    taken.add(code);
    codes.push(code);
  }
  return { box: { ...box, unspent: [...box.unspent, ...codes].sort() }, codes };
}

/** @throws Refusal codeMistyped, codeUnknown, codeSpent */
export function usableCode({ unspent, spent }: BoxContent, text: string): string {
  const code = tidyCode(text);
  const shown = spacedCode(code);
  if (!isCode(code)) throw refusal('codeMistyped', { code: shown });
  if (spent.includes(code)) throw refusal('codeSpent', { code: shown });
  if (!unspent.includes(code)) throw refusal('codeUnknown', { code: shown });
  return code;
}

export interface CastForm extends PaperForm {
  /** What a refusal names: a file, a row, the n-th of a pile; empty where there is one only. */
  where: string;
}

/** @throws Refusal badInput with the question, codeMissing and what `usableCode` refuses */
function taken(box: BoxContent, channel: Channel, { code, answer, where }: CastForm) {
  const tidy = tidyAnswer(box.form, answer);
  const fault = answerFault(box.form, tidy, channel === 'paper' || channel === 'sheet');
  if (fault) throw refusal('badInput', { where, why: fault });
  if (box.form.access === 'open') return { code: null, answer: tidy };
  if (code === null || code.trim() === '') throw refusal('codeMissing', { where });
  return { code: usableCode(box, code), answer: tidy };
}

/**
 * The box with these forms in it, all or none; each spends its code.
 * @throws Refusal boxShut, codeTwice, and what `taken` refuses
 * @param tokens by which they, or what they came in, are known to be here already
 */
export function withForms(
  box: BoxContent,
  channel: Channel,
  forms: readonly CastForm[],
  tokens: readonly string[],
): BoxContent {
  if (box.isShut) throw refusal('boxShut');
  const answers = [...box.answers];
  const spending = new Map<string, string>();
  for (const form of forms) {
    const { code, answer } = taken(box, channel, form);
    const before = code === null ? undefined : spending.get(code);
    if (code !== null && before !== undefined) {
      throw refusal('codeTwice', { code: spacedCode(code), first: before, second: form.where });
    }
    if (code !== null) spending.set(code, form.where);
    answers.push(answer);
  }
  return {
    ...box,
    answers: withoutOrder(answers),
    received: { ...box.received, [channel]: box.received[channel] + forms.length },
    unspent: box.unspent.filter((code) => !spending.has(code)),
    spent: [...box.spent, ...spending.keys()].sort(),
    tokens: [...box.tokens, ...tokens].sort(),
  };
}

/** The box after its answers were counted; spent codes and tokens stay, so that nothing counts again. */
export function withoutAnswers(box: BoxContent): BoxContent {
  return { ...box, lot: randomUUID(), answers: [], received: nothingReceived };
}
