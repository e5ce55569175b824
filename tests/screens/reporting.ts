import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthorityKeys } from '../../electron/services/authority/authority-keys.ts';
import type { DeskDriver } from '../journeys/desk-driver.ts';
import { addAccount, signIn } from '../journeys/the-job.ts';
import { choose, type Studio, saved, scratchFolder } from './studio.ts';

export async function overviews(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('师资');
  await page.getByRole('region', { name: '教师名册' }).waitFor();
  await studio.take(page, 'trainers');
  await desk.go('合规检查');
  await page.getByRole('region', { name: '合规要求' }).waitFor();
  await studio.take(page, 'compliance');
  await desk.go('统计上报');
  await page.getByRole('region', { name: '按月份' }).waitFor();
  await studio.take(page, 'statistics');
}

/** A year goes to an authority whose card is known, and its receipt comes back. */
export async function submission(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  const folder = await scratchFolder();
  const card = join(folder, '公钥卡.json');
  await writeFile(card, (await AuthorityKeys.of(folder)).card('示例市人社局'));
  await desk.go('统计上报');
  await desk.button('报送').click();
  await choose(desk, '登记公钥卡', card);
  await desk.button('指纹一致，登记').click();
  await desk.told('已登记 示例市人社局');
  await saved(desk, '制作报送包', folder);
  await desk.told('报送包已做好');
  await desk.button('已报送').click();
  await page.getByLabel('怎样报送的').fill('政务邮箱');
  await page.keyboard.press('Enter');
  await desk.told('已登记报送');
  await desk.button('登记回执').click();
  await page.getByLabel('回执编号').fill('示人社统〔2026〕17号');
  await page.keyboard.press('Enter');
  await desk.told('回执已登记');
  await studio.take(page, 'submission');
  await desk.closeDrawer();
}

/** What was done and what is kept of it. */
export async function keeping(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.go('操作记录');
  await page.getByRole('cell', { name: '登记成绩', exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
  await studio.take(page, 'history');
  await desk.closeDrawer();
  await desk.go('备份');
  await desk.button('现在备份').first().click();
  await desk.told('已备份');
  await desk.go('学员');
  await desk.button('添加学员').click();
  await page.getByLabel('姓名 *', { exact: true }).fill('高娃');
  await page.getByLabel('证件号码 *', { exact: true }).fill('15010219951231804X');
  await page.getByRole('combobox', { name: '工作单位' }).fill('示例市水利勘测设计院');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await desk.told('高娃 已登记');
  await desk.go('备份');
  await page.getByRole('cell', { name: '手动' }).first().click();
  await page
    .getByText(/^恢复后|^备份与现在/)
    .first()
    .waitFor();
  await studio.take(page, 'restore');
  await desk.closeDrawer();
}

/** The front desk signs in and finds somebody. */
export async function frontDesk(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await addAccount(desk, '小李', '前台', '前台小李2026');
  await page.keyboard.press('Control+l');
  await page.reload();
  await signIn(desk, '前台小李2026', '小李');
  await page.getByLabel('找人打印证书').fill('w');
  await page.getByText('尾号').first().waitFor();
  await studio.take(page, 'today-front-desk');
}
