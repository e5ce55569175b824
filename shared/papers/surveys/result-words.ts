import { percentText, sharePercent } from '../../domain/base/percent.ts';
import type { Question } from '../../domain/surveys/survey.ts';
import type { ValueCounts } from '../../domain/surveys/survey-run.ts';
import type { Comparison, RunResult } from '../../regulation/run-result.ts';
import type { ResultLine } from '../../regulation/survey-results.ts';
import {
  type Difference,
  fewestAnswers,
  momentsOf,
  netPromoter,
  netSatisfaction,
  satisfaction,
} from '../../regulation/survey-statistics.ts';

export const tooFew = `不足 ${fewestAnswers} 份，不显示`;

/** At the foot of papers on what evaluations came to. */
export const resultsFoot = '培训效果评估';

export function meanText(mean: number | null | undefined): string {
  return mean === null || mean === undefined ? '—' : mean.toFixed(2);
}

/** A difference with its sign and whether it is more than chance, in plain words. */
export function differenceText(difference: Difference | null): string {
  if (difference === null) return '不足以比较';
  const { by, isBeyondChance } = difference;
  if (Math.abs(by) < 0.005) return '持平';
  const size = `${by > 0 ? '高' : '低'} ${Math.abs(by).toFixed(2)}`;
  return isBeyondChance ? `${size}，不是偶然` : `${size}，可能是偶然`;
}

export function comparisonText({ previous, base }: Comparison): string {
  const parts = [
    ...(previous ? [`比上一期（${previous.mean.toFixed(2)}）${differenceText(previous.difference)}`] : []),
    ...(base
      ? [`比本基地其他 ${base.runs} 次（${base.mean.toFixed(2)}）${differenceText(base.difference)}`]
      : []),
  ];
  return parts.length === 0 ? '没有可比的' : parts.join('；');
}

/** So many numbers fit on one bar. */
const mostNumbers = 11;

/** The values a line can have, in order, with what each is called; none of numbers that are many. */
export function valuesOf(question: Question): { value: string; label: string }[] {
  switch (question.kind) {
    case 'scale':
    case 'matrix':
      return question.labels.map((label, at) => ({ value: String(at + 1), label }));
    case 'single':
    case 'multiple':
      return question.choices.map(({ id, title }) => ({ value: id, label: title }));
    case 'number': {
      const count = question.most - question.least + 1;
      if (count > mostNumbers) return [];
      return Array.from({ length: count }, (_, at) => {
        const value = String(question.least + at);
        return { value, label: value };
      });
    }
    default:
      return [];
  }
}

function numberText(counts: ValueCounts, { least, most }: Extract<Question, { kind: 'number' }>): string {
  const mean = `均值 ${meanText(momentsOf(counts)?.mean)}`;
  return least === 0 && most === 10 ? `${mean}，净推荐值 ${netPromoter(counts) ?? '—'}` : mean;
}

/** The figures of a line as one phrase. */
export function figuresText({ question, counts, answered, isShown }: ResultLine): string {
  if (!isShown) return `${answered} 份，${tooFew}`;
  switch (question.kind) {
    case 'scale':
    case 'matrix': {
      const { rate } = satisfaction(counts);
      return `${answered} 份，均分 ${meanText(momentsOf(counts)?.mean)}，满意 ${percentText(rate)}，净满意度 ${netSatisfaction(counts) ?? '—'}`;
    }
    case 'number':
      return `${answered} 份，${numberText(counts, question)}`;
    case 'text':
      return `${answered} 份`;
    default:
      return `${answered} 份`;
  }
}

/** What each value got, with its share of those who answered. */
export function distributionText({ question, counts, answered }: ResultLine): string {
  return valuesOf(question)
    .map(
      ({ value, label }) => `${label} ${counts[value] ?? 0}（${sharePercent(counts[value] ?? 0, answered)}）`,
    )
    .join('，');
}

/** What an evaluation came to, in one line. */
export function resultText({ run, answers, responseRate, overall, isShown }: RunResult): string {
  const back = `收回 ${answers}/${run.given}${responseRate === null ? '' : `（${percentText(responseRate)}）`}`;
  if (!isShown) return `${back}，${tooFew}`;
  const rate = overall.satisfactionRate === null ? '' : `，满意 ${percentText(overall.satisfactionRate)}`;
  return `${back}${overall.mean === null ? '' : `，均分 ${meanText(overall.mean)}`}${rate}`;
}
