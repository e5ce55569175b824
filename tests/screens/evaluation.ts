import { civilDateAt, civilYear } from '../../shared/domain/base/civil-date.ts';
import type { DeskDriver } from '../journeys/desk-driver.ts';
import { administrator } from '../support/bases/people.ts';
import type { Studio } from './studio.ts';

export async function builder(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('评估');
  await page.getByText('问卷', { exact: true }).first().click();
  await page.getByRole('region', { name: '问卷' }).getByRole('row', { name: '学员满意度调查表' }).click();
  await desk.button(/^1\. /).click();
  await studio.take(page, 'survey-builder');
}

/** A survey is put to today's class; the terminal stands in the room. */
export async function terminal(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('评估');
  await desk.button('发放问卷').first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: '问卷' }).click();
  await page.getByRole('option', { name: /学员满意度调查表/ }).click();
  await form.getByRole('combobox', { name: '培训班' }).click();
  await page.getByRole('option', { name: /职业道德/ }).click();
  await page.getByRole('radio', { name: /不用码/ }).check();
  await page.getByRole('textbox', { name: '发出份数' }).fill('20');
  await desk.button('开始收集').click();
  await desk.button('进入终端').click();
  await desk.button('开始填写').click();
  await page.getByRole('radiogroup').first().waitFor();
  await page.getByRole('radiogroup').first().getByRole('radio').last().check({ force: true });
  await studio.take(page, 'kiosk');
  await desk.button('退出终端').click();
  await page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await page.getByLabel('功能').waitFor();
}

export async function results(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('评估');
  await page
    .getByRole('region', { name: '评估调查' })
    .getByRole('row', { name: /有结果/ })
    .click();
  await page.getByRole('region', { name: '满意度', exact: true }).waitFor();
  await studio.take(page, 'results');
  await desk.go('教学计划');
  await page.getByRole('combobox', { name: '年度' }).click();
  const next = civilYear(civilDateAt(Date.now())) + 1;
  await page.getByRole('option', { name: String(next) }).click();
  await desk.button('据评估拟定').first().click();
  await page.getByText('评分高的在前').waitFor();
  await studio.take(page, 'propose');
  await desk.closeDrawer();
}
