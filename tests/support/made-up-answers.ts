import type { SurveyAnswer } from '../../shared/domain/surveys/survey-answer.ts';

/** What one person answers: six points, a recommendation, a text, three points for the trainer, a choice. */
export interface Answered {
  points: number[];
  recommend: number;
  text: string;
  trainer: number[];
  again: number;
}

/** Answers made up by a rule of their own; every third leaves a text. */
function answersFor(channel: string, from: number): Answered[] {
  return Array.from({ length: 30 }, (_, at) => {
    const n = from + at;
    return {
      points: [0, 1, 2, 3, 4, 5].map((item) => (item === 4 ? 1 + ((n * 3) % 4) : 3 + ((n * (item + 2)) % 3))),
      recommend: (n * 7) % 11,
      text: at % 3 === 0 ? `${channel}${String(at).padStart(2, '0')}：空调太冷` : '',
      trainer: [3 + (n % 3), 4 + (n % 2), 5],
      again: n % 4 === 0 ? 2 : 1,
    };
  });
}

/** The statistics worked out from the answers as they were made up, by nothing of the app. */
export function reference(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean: mean.toFixed(2),
    satisfied: ((values.filter((value) => value > 3).length / values.length) * 100).toFixed(1),
  };
}

/** An answer as it is kept, about the one trainer of the class. */
export function answerKept(
  { points, recommend, text, trainer, again }: Answered,
  trainerId: string,
): SurveyAnswer {
  const [attitude = 0, content = 0, method = 0] = trainer;
  return {
    ...Object.fromEntries(points.map((point, item) => [`satisfaction-${item + 1}`, point])),
    recommend,
    ...(text !== '' && { advice: text }),
    teaching: { [trainerId]: { attitude, content, method } },
    q1: `c${again}`,
  };
}

export const atTerminal = answersFor('终端', 0);
export const inFiles = answersFor('文件', 30);
export const onPaper = answersFor('纸质', 60);
