import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeskDriver } from '../journeys/desk-driver.ts';
import { foundAdministrator } from '../journeys/the-job.ts';
import { pdfOf } from '../support/pdf-files.ts';
import { choose, openClassAt, type Studio, saved, scratchFolder } from './studio.ts';

const messyRoster = join(import.meta.dirname, '../fixtures/rosters/messy.xlsx');
const finished = /知识更新/;
const running = /职业道德/;

export async function roster(studio: Studio, desk: DeskDriver): Promise<void> {
  await desk.go('学员');
  await desk.page.getByRole('link', { name: '导入名册' }).first().click();
  await desk.page.locator('input[type=file]').setInputFiles(messyRoster);
  const rows = desk.page.getByRole('region', { name: '名册预览' });
  await rows.waitFor();
  // Where some are good and some are not.
  await rows.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await studio.take(desk.page, 'import-preview');
}

export async function calendar(studio: Studio, desk: DeskDriver): Promise<void> {
  await desk.go('课表');
  await desk.page
    .getByRole('button', { name: /职业道德/ })
    .first()
    .waitFor();
  await studio.take(desk.page, 'calendar');
}

/** Today's class goes to a laptop and is marked there and here: the board, the laptop, and where they differ. */
export async function marking(studio: Studio, desk: DeskDriver): Promise<void> {
  const folder = await scratchFolder();
  await openClassAt(desk, running, '课程表与点名');
  await desk.button('别的电脑点名').click();
  await desk.page.getByLabel('交给谁').fill('王老师');
  const classFile = await saved(desk, '制作班级文件', folder);
  const code = (await desk.page.locator('code').textContent()) ?? '';
  await desk.closeDrawer();

  const { desk: room } = await studio.open();
  await foundAdministrator(room, { name: '王老师', password: '秋高气爽2026' });
  await choose(room, '打开班级文件', classFile);
  await room.page.getByLabel('打开口令').fill(code);
  await room.page.keyboard.press('Enter');
  await room.page.getByRole('heading', { level: 1, name: '课堂点名' }).waitFor();
  await studio.take(room.page, 'classroom');
  await room.page.getByRole('link', { name: '点名' }).first().click();
  await mark(room, ['q', 'd', 'c']);
  await room.page.keyboard.press('a');
  await room.page.getByLabel('功能').getByRole('link', { name: '今日' }).click();
  const marksFile = await saved(room, '导出点名结果', folder);

  await desk.page.getByRole('link', { name: '点名' }).first().click();
  await mark(desk, ['d', 'd', 'c', 'd', 'j', 'q', 'd']);
  await studio.take(desk.page, 'board');
  await openClassAt(desk, running, '课程表与点名');
  await desk.button('别的电脑点名').click();
  await choose(desk, '收回点名结果', marksFile);
  await desk.button('收入').click();
  await desk.page.getByRole('table', { name: '不一致的点名' }).waitFor();
  await studio.take(desk.page, 'handover');
  await desk.closeDrawer();
}

/** Marks one learner after the other, each when the one before is saved. */
async function mark(desk: DeskDriver, keys: string[]): Promise<void> {
  await desk.page.getByRole('grid', { name: '学员点名板' }).waitFor();
  for (const [index, key] of keys.entries()) {
    await desk.page.keyboard.press(key);
    await desk.page.getByText(`已保存 ${index + 1}`, { exact: true }).waitFor();
  }
}

export async function archive(studio: Studio, desk: DeskDriver): Promise<void> {
  const folder = await scratchFolder();
  const [signIn, summary] = [join(folder, '签到表.pdf'), join(folder, '培训总结.pdf')];
  await writeFile(signIn, await pdfOf(4, 'sign-in sheet'));
  await writeFile(summary, await pdfOf(2, 'summary'));
  await openClassAt(desk, finished, '档案');
  await choose(desk, '添加附件到签到和考勤', signIn);
  await choose(desk, '添加附件到培训总结', summary);
  await desk.page.getByText('附件 1 件').nth(1).waitFor();
  const parts = desk.page.getByRole('table', { name: '归档内容' }).locator('tbody tr');
  // The head of the table stands over the first row; the whole way up it does not.
  await parts.first().evaluate((row) => {
    for (let around = row.parentElement; around; around = around.parentElement) around.scrollTop = 0;
  });
  await studio.take(desk.page, 'archive');
}

/** The finished class is closed and filed. */
export async function volume(studio: Studio, desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await openClassAt(desk, finished, '成绩');
  await desk.button(/^其余 \d+ 人合格$/).click();
  await page.getByText('未登记').first().waitFor({ state: 'hidden' });
  await desk.tab('结班');
  await desk.button('结班').click();
  await page.getByRole('dialog').getByRole('button', { name: '结班' }).click();
  await desk.told('已结班');
  await desk.tab('档案');
  await desk.button('归档').click();
  const reasons = page.getByRole('dialog').getByLabel(/^缺“.*”的原因/);
  await desk.button('装订并归档').waitFor();
  for (let index = 0; index < (await reasons.count()); index += 1)
    await reasons.nth(index).fill('本班没有，已说明');
  await desk.button('装订并归档').click();
  await desk.told(/已归档/);
  await page.getByRole('link', { name: '看案卷' }).click();
  await page.getByRole('table', { name: '卷内目录' }).waitFor();
  await studio.take(page, 'volume');
  await desk.closeDrawer();
}
