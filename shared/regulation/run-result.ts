import { type Question, questionsOf, type SurveyVersion } from '../domain/surveys/survey.ts';
import type { SurveyAnswer } from '../domain/surveys/survey-answer.ts';
import type { ListedRun, Tally, ValueCounts } from '../domain/surveys/survey-run.ts';
import {
  type LowItem,
  lowItems,
  type OverallResult,
  overallResult,
  type ResultLine,
  resultLines,
} from './survey-results.ts';
import {
  addCounts,
  compareAverages,
  type Difference,
  isShowable,
  momentsOf,
  responseRate,
} from './survey-statistics.ts';

const noAnswers: Tally = { answers: 0, answered: {}, counts: {} };

/** What a run came to, as far as it may be shown. */
export interface RunResult {
  run: ListedRun;
  version: SurveyVersion;
  answers: number;
  responseRate: number | null;
  /** Whether enough answered to break anything down. */
  isShown: boolean;
  lines: ResultLine[];
  overall: OverallResult;
  low: LowItem[];
}

/** @param lowMean below which of 5 an item asks for an improvement */
export function runResult(run: ListedRun, version: SurveyVersion, lowMean: number): RunResult {
  const tally = run.tally ?? noAnswers;
  const isShown = isShowable(tally.answers);
  const lines = isShown ? resultLines(version.content, run.trainers, tally) : [];
  return {
    run,
    version,
    answers: tally.answers,
    responseRate: responseRate(run.given, tally.answers),
    isShown,
    lines,
    overall: overallResult(lines),
    low: lowItems(lines, lowMean),
  };
}

/** What one scored line is compared with. */
export interface Comparison {
  previous: { title: string; mean: number; difference: Difference | null } | null;
  base: { mean: number; runs: number; difference: Difference | null } | null;
}

/** All points given to a question of a run, of a matrix those of all trainers and items that may be shown. */
export function questionCounts(result: RunResult, questionId: string): ValueCounts {
  return addCounts(
    result.lines.filter(({ question }) => question.id === questionId).map(({ counts }) => counts),
  );
}

/** The question of a run's form, trainers' items together: what can be compared between runs. */
export function scoredQuestions({ version }: RunResult): Question[] {
  return questionsOf(version.content).filter(({ kind }) => kind === 'scale' || kind === 'matrix');
}

/**
 * A question of a run beside the run before it of the same survey and course, and beside all other runs of
 * the survey. Runs below five answers take no part, so that none can be told by what is left.
 */
export function compareQuestion(
  own: RunResult,
  others: readonly RunResult[],
  questionId: string,
): Comparison {
  const counts = questionCounts(own, questionId);
  const alike = others.filter(
    ({ run, isShown }) => isShown && run.surveyId === own.run.surveyId && run.id !== own.run.id,
  );
  const before = alike
    .filter(({ run }) => run.courseId !== null && run.courseId === own.run.courseId && run.id < own.run.id)
    .sort((a, b) => (a.run.id < b.run.id ? 1 : -1))[0];
  const previous = before ? questionCounts(before, questionId) : {};
  const all = addCounts(alike.map((result) => questionCounts(result, questionId)));
  const [previousMean, baseMean] = [momentsOf(previous)?.mean, momentsOf(all)?.mean];
  return {
    previous:
      before && previousMean !== undefined
        ? {
            title: before.run.classTitle || before.run.title,
            mean: previousMean,
            difference: compareAverages(counts, previous),
          }
        : null,
    base:
      baseMean === undefined
        ? null
        : { mean: baseMean, runs: alike.length, difference: compareAverages(counts, all) },
  };
}

/** The texts answered to a question, in an order that says nothing; none below five answers. */
export function textsOf(answers: readonly SurveyAnswer[], questionId: string): string[] {
  if (!isShowable(answers.length)) return [];
  return answers
    .flatMap((answer) => (typeof answer[questionId] === 'string' ? [answer[questionId]] : []))
    .sort();
}
