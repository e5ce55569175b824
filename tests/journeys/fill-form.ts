import type { Page } from 'playwright-core';
import type { Answered } from '../support/made-up-answers.ts';

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
