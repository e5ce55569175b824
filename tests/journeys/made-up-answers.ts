import type { Page } from 'playwright-core';

/** What one person answers: six points, a recommendation, a text, three points for the trainer, a choice. */
export interface Answered {
  points: number[];
  recommend: number;
  text: string;
  trainer: number[];
  again: number;
}

/** Answers made up by a rule of their own; every third leaves a text. */
export function answersFor(channel: string, from: number): Answered[] {
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

/** Fills the form on the screen by digits alone, as far as digits go. */
export async function fillForm(
  page: Page,
  { points, recommend, text, trainer, again }: Answered,
): Promise<void> {
  const group = (name: string | RegExp) => page.getByRole('radiogroup', { name });
  await group(/总体满意度/)
    .getByRole('radio')
    .first()
    .waitFor();
  await page.keyboard.type(points.join(''));
  await group(/推荐/).getByRole('radio').nth(recommend).click();
  await page.getByRole('textbox', { name: /最需要改进/ }).fill(text);
  await page.getByRole('button', { name: '下一页' }).click();
  await group(/教学态度/)
    .getByRole('radio')
    .first()
    .waitFor();
  await page.keyboard.type(trainer.join(''));
  await group(/再参加/)
    .getByRole('radio')
    .nth(again - 1)
    .click();
  await page.getByRole('button', { name: '提交' }).click();
}
