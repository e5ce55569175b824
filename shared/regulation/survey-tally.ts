import { questionsOf, type SurveyContent } from '../domain/surveys/survey.ts';
import type { SurveyAnswer } from '../domain/surveys/survey-answer.ts';
import type { Tally } from '../domain/surveys/survey-run.ts';
import { addCounts } from './survey-statistics.ts';

/** The key of a trainer's item in a tally. */
export function itemKey(questionId: string, trainerId: string, itemId: string): string {
  return `${questionId}/${trainerId}/${itemId}`;
}

/** What one answer gives each thing that was asked: usually one value, of a multiple choice several. */
function valuesIn(content: SurveyContent, answer: SurveyAnswer): [key: string, values: string[]][] {
  return questionsOf(content).flatMap(({ id, kind }): [string, string[]][] => {
    const value = answer[id];
    if (value === undefined) return [];
    if (kind === 'text') return [[id, []]];
    if (Array.isArray(value)) return [[id, value]];
    if (typeof value !== 'object') return [[id, [String(value)]]];
    return Object.entries(value).flatMap(([trainerId, points]) =>
      Object.entries(points).map(([item, point]): [string, string[]] => [
        itemKey(id, trainerId, item),
        [String(point)],
      ]),
    );
  });
}

/** What answers come to; of texts only how many there are. Blanks are counted nowhere (第24条). */
export function tallyOf(content: SurveyContent, answers: readonly SurveyAnswer[]): Tally {
  const tally: Tally = { answers: answers.length, answered: {}, counts: {} };
  for (const [key, values] of answers.flatMap((answer) => valuesIn(content, answer))) {
    tally.answered[key] = (tally.answered[key] ?? 0) + 1;
    tally.counts[key] = addCounts([tally.counts[key] ?? {}, ...values.map((value) => ({ [value]: 1 }))]);
  }
  return tally;
}
