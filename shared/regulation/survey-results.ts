import { type Question, questionsOf, type SurveyContent } from '../domain/surveys/survey.ts';
import type { RatedTrainer } from '../domain/surveys/survey-answer.ts';
import type { Tally, ValueCounts } from '../domain/surveys/survey-run.ts';
import { addCounts, isShowable, momentsOf, satisfaction } from './survey-statistics.ts';
import { itemKey } from './survey-tally.ts';

/** One thing that was asked, with what it was given. */
export interface ResultLine {
  key: string;
  /** In words, with the trainer where it is about one. */
  label: string;
  question: Question;
  trainer: RatedTrainer | null;
  answered: number;
  /** Empty where fewer than five answered. */
  counts: ValueCounts;
  isShown: boolean;
}

function lineOf(
  { answered, counts }: Tally,
  about: Pick<ResultLine, 'key' | 'label' | 'question' | 'trainer'>,
): ResultLine {
  const count = answered[about.key] ?? 0;
  const isShown = isShowable(count);
  return { ...about, answered: count, counts: isShown ? (counts[about.key] ?? {}) : {}, isShown };
}

/**
 * Every question, and of a matrix every trainer's item, in the form's order. What fewer than five
 * answered has its number only.
 */
export function resultLines(
  content: SurveyContent,
  trainers: readonly RatedTrainer[],
  tally: Tally,
): ResultLine[] {
  return questionsOf(content).flatMap((question) => {
    if (question.kind !== 'matrix') {
      return [lineOf(tally, { key: question.id, label: question.title, question, trainer: null })];
    }
    return trainers.flatMap((trainer) =>
      question.items.map((item) =>
        lineOf(tally, {
          key: itemKey(question.id, trainer.id, item.id),
          label: `${trainer.name}：${item.title}`,
          question,
          trainer,
        }),
      ),
    );
  });
}

/** Whether a line is in points of five. */
export function isScored({ question: { kind } }: ResultLine): boolean {
  return kind === 'scale' || kind === 'matrix';
}

export interface OverallResult {
  /** All points of five given to the class as a whole, without those given to trainers. */
  counts: ValueCounts;
  mean: number | null;
  /** Percent of 4 and 5. */
  satisfactionRate: number | null;
  trainers: { trainer: RatedTrainer; counts: ValueCounts; mean: number; answers: number }[];
}

/** A run as a whole, and each trainer's items together; only what may be shown is in it (第24条). */
export function overallResult(lines: readonly ResultLine[]): OverallResult {
  const counts = addCounts(
    lines.filter(({ question, isShown }) => question.kind === 'scale' && isShown).map((line) => line.counts),
  );
  const names = new Map(lines.flatMap(({ trainer }) => (trainer ? [[trainer.id, trainer]] : [])));
  const trainers = [...names.values()].flatMap((trainer) => {
    const own = lines.filter((line) => line.trainer?.id === trainer.id && line.isShown);
    const pooled = addCounts(own.map((line) => line.counts));
    const moments = momentsOf(pooled);
    const answers = Math.max(0, ...own.map(({ answered }) => answered));
    return moments ? [{ trainer, counts: pooled, mean: moments.mean, answers }] : [];
  });
  return {
    counts,
    mean: momentsOf(counts)?.mean ?? null,
    satisfactionRate: satisfaction(counts).rate,
    trainers,
  };
}

/** A mean of five as points of 100, to one decimal: how trainers are valued elsewhere. */
export function pointsOfHundred(mean: number): number {
  return Math.round(mean * 200) / 10;
}

export interface LowItem {
  key: string;
  label: string;
  mean: number;
}

/** What was valued below `lowMean` of 5, the lowest first: it asks for an improvement (第24条). */
export function lowItems(lines: readonly ResultLine[], lowMean: number): LowItem[] {
  return lines
    .flatMap((line) => {
      const mean = isScored(line) ? (momentsOf(line.counts)?.mean ?? null) : null;
      return mean !== null && mean < lowMean ? [{ key: line.key, label: line.label, mean }] : [];
    })
    .sort((a, b) => a.mean - b.mean);
}
