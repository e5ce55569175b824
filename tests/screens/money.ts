import type { DeskDriver } from '../journeys/desk-driver.ts';
import { closePreview, type Studio } from './studio.ts';

export async function poster(studio: Studio, desk: DeskDriver): Promise<void> {
  await desk.go('收费公示');
  await desk.page.getByRole('region', { name: '公示版本' }).locator('tbody tr').first().click();
  await desk.button('打印 A3 海报').click();
  await desk.page.locator('iframe').waitFor();
  await studio.take(desk.page, 'notice-poster');
  await closePreview(desk);
  await desk.closeDrawer();
}

/** One pays at the counter; the day's sheet has it. */
export async function payment(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('收费');
  await page.getByRole('region', { name: '欠费的人' }).locator('tbody tr').first().click();
  await desk.button(/^收款 .* 元并出收据$/).waitFor();
  await studio.take(page, 'account');
  await desk.button(/^收款 .* 元并出收据$/).click();
  await page.locator('iframe').waitFor();
  await closePreview(desk);
  await desk.closeDrawer();
  await page.getByText('日报表').first().click();
  await desk.button('打印日报表').click();
  await page.locator('iframe').waitFor();
  await studio.take(page, 'cash-sheet');
  await closePreview(desk);
}

export async function employerYear(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('单位');
  await page.getByRole('region', { name: '单位列表' }).locator('tbody tr').first().click();
  await page.getByRole('region', { name: '年度学时' }).waitFor();
  await studio.take(page, 'employer-year');
  await desk.button(/^为 \d+ 人开具学时证明$/).click();
  await desk.button('开具').click();
  await page.locator('iframe').waitFor();
  await studio.take(page, 'transcripts');
  await closePreview(desk);
}
