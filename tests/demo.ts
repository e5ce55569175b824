import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../build/build.ts';
import { ensureTools } from '../build/ensure-tools.ts';
import { evaluate } from './demo-evaluation.ts';
import { DeskDriver } from './journeys/desk-driver.ts';
import { pageTexts, producedPdfs } from './journeys/produced-pdf.ts';
import {
  addAccount,
  addCourse,
  enrolFromRoster,
  importRoster,
  issueCertificates,
  leaveBoard,
  markEverybody,
  openBoard,
  openClass,
  setUpBase,
  signIn,
  tableRows,
  typeResults,
} from './journeys/the-job.ts';
import { freePort, newDataFolder } from './support/host.ts';
import { openWindow } from './support/window.ts';

const people = 60;
const roster = join(import.meta.dirname, 'fixtures/rosters/tidy.xlsx');
/** Who misses which session, by place on the board. */
const absences = [[], [3, 10], [3], [10, 20]];
const scores = Array.from({ length: people }, (_, index) =>
  index === 7 ? '55' : index === 12 ? '' : String(62 + ((index * 7) % 37)),
);

async function markSessions(desk: DeskDriver): Promise<void> {
  for (const [index, absent] of absences.entries()) {
    await openBoard(desk, index + 1);
    if (index === 0) await desk.picture('board-empty');
    await markEverybody(desk, absent, people);
    if (index === 1) {
      await desk.picture('board');
      await desk.button('名单外的人').click();
      await desk.picture('board-walk-in');
      await desk.page.keyboard.press('Escape');
      await desk.button('签到表').click();
      await desk.page.locator('iframe').waitFor();
      await desk.picture('sign-in-sheet');
      await desk.closeDrawer();
    }
    await leaveBoard(desk);
  }
}

/** The class's fee from the first item to the day's cash sheet. */
async function takeFees(desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.tab('收费');
  await desk.button(/^收费项目/).click();
  await page.getByLabel('第 1 项标准').fill('600');
  await page.getByLabel('第 1 项收费依据').fill('内发改费字〔2024〕9号');
  await desk.picture('fee-items');
  await desk.button('保存').click();
  await page.getByText('没有公示').waitFor();
  await page.getByRole('link', { name: '去发布收费公示' }).click();
  await desk.button('发布新一版').first().click();
  await desk.fill({
    '联系人和电话 *': '周老师 0471-6000000',
    '监督投诉电话 *': '0471-12333',
    '公开的地点或网址 *': '基地一楼公告栏',
  });
  await desk.picture('notice-form');
  await desk.button('发布第 1 版').click();
  await desk.picture('notice');
  await desk.button('打印 A3 海报').click();
  await page.locator('iframe').waitFor();
  await desk.picture('notice-poster');
  await page.keyboard.press('Escape');
  await page.locator('iframe').waitFor({ state: 'hidden' });
  await desk.closeDrawer();
  await desk.go('培训班');
  await page.getByRole('region', { name: '培训班列表' }).locator('tbody tr').first().click();
  await desk.tab('收费');
  await desk.button('计费').click();
  await page.getByRole('dialog').getByRole('button', { name: '计费' }).click();
  await desk.told(/^已计费/);
  await desk.picture('fees');
  await desk.go('收费');
  await page.getByLabel('找人收款').press('Enter');
  await desk.button(/^收款 .* 元并出收据$/).waitFor();
  await desk.picture('account');
  await page.keyboard.press('Enter');
  await page.locator('iframe').waitFor();
  await desk.picture('receipt');
  await desk.closeDrawer();
  await page.getByText('日报表').first().click();
  await desk.picture('daily');
  await desk.go('课表');
  await desk.picture('calendar');
  await desk.go('教学计划');
  await desk.picture('plan');
  await desk.go('培训班');
  await page.getByRole('region', { name: '培训班列表' }).locator('tbody tr').first().click();
}

/** The screens the job itself did not open. */
async function lookAround(desk: DeskDriver): Promise<void> {
  const { page } = desk;
  await desk.tab('课程表与点名');
  await page.getByRole('region', { name: '课程表' }).locator('tbody tr').first().click();
  await desk.picture('session-form');
  await desk.closeDrawer();
  await desk.tab('结班');
  await desk.picture('closing');
  await desk.tab('档案');
  await desk.picture('archive');
  await desk.go('师资');
  await desk.picture('trainers');
  await desk.go('办学条件');
  await desk.picture('facilities');
  await desk.go('档案');
  await desk.picture('shelf');
  await desk.go('单位');
  await desk.picture('employers');
  await page.getByRole('region', { name: '单位列表' }).locator('tbody tr').first().click();
  await page.getByRole('region', { name: '年度学时' }).waitFor();
  await desk.picture('employer-year');
  await desk.button(/^为 \d+ 人开具学时证明$/).click();
  await desk.button('开具').click();
  await page.locator('iframe').waitFor();
  await desk.picture('transcripts');
  await desk.closeDrawer();
  await desk.go('学时证明');
  await desk.picture('transcript-register');
  await desk.go('外部学时');
  await desk.button('登记外部学时').first().click();
  await desk.picture('outside-entry');
  await desk.closeDrawer();
  await desk.go('合规检查');
  await desk.picture('compliance');
  await desk.button('登记依据 年度教学计划').click();
  await desk.picture('duty');
  await desk.closeDrawer();
  await desk.go('证书');
  await desk.picture('register');
  await page.getByRole('region', { name: '证书登记簿' }).locator('tbody tr').first().click();
  await desk.picture('certificate');
  await desk.closeDrawer();
  await desk.go('学员');
  await page.getByRole('region', { name: '学员列表' }).locator('tbody tr').nth(2).click();
  await desk.picture('learner');
  await desk.closeDrawer();
  await desk.go('培训班');
  await desk.picture('classes');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: '搜索一切' }).fill('wang');
  await page.getByRole('textbox', { name: '搜索一切' }).fill('w');
  await desk.picture('search');
  await page.keyboard.press('Escape');
  await desk.go('设置');
  await desk.picture('settings');
  await desk.go('备份');
  await desk.button('现在备份').first().click();
  await desk.told('已备份');
  await desk.picture('backups');
  await page.getByRole('cell', { name: '手动' }).first().click();
  await page
    .getByText(/^恢复后|^备份与现在/)
    .first()
    .waitFor();
  await desk.picture('restore');
  await desk.closeDrawer();
  await desk.go('操作记录');
  await desk.picture('history');
  await page.getByRole('cell', { name: '登记成绩' }).first().click();
  await desk.picture('history-entry');
  await desk.closeDrawer();
  await desk.button('核对日志').click();
  await page.getByText('没有一个字节被改动').waitFor();
  await desk.picture('history-verified');
  await desk.closeDrawer();
  await desk.go('今日');
  await desk.picture('today-administrator');
  await addAccount(desk, '小李', '前台', '前台小李2026');
  await page.keyboard.press('Control+l');
  await desk.picture('locked');
  await page.reload();
  await signIn(desk, '前台小李2026', '小李');
  await page.getByLabel('找人打印证书').fill('w');
  await desk.picture('today-front-desk');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  if (!values.out) throw new Error('用法：npm run demo -- --out 文件夹');
  const out = resolve(values.out);
  await rm(join(out, 'screens'), { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  ensureTools();
  await buildIfStale();
  const dataFolder = await newDataFolder();
  const window = await openWindow(dataFolder, await freePort());
  const { page } = window;
  const desk = new DeskDriver(page, join(out, 'screens'));
  try {
    await setUpBase(desk);
    await importRoster(desk, roster, { total: people, good: people, rejected: 0 });
    const imported = Number(/\d+/.exec((await page.getByText(/^共 \d+ 人$/).textContent()) ?? '')?.[0]);
    await addCourse(desk);
    await openClass(desk, '2026-09-05');
    await enrolFromRoster(desk, roster, people);
    const enrolled = Number(/\d+/.exec((await page.getByText(/^共 \d+ 人$/).textContent()) ?? '')?.[0]);
    const names = (await tableRows(desk, '班级学员')).map((cells) => cells[1] ?? '');
    await markSessions(desk);
    await typeResults(desk, names, scores);
    const { eligible, issued, refused } = await issueCertificates(desk);
    const [pdf] = (await producedPdfs(dataFolder)).slice(-1);
    if (!pdf) throw new Error('no PDF was made');
    await copyFile(pdf, join(out, '证书.pdf'));
    const pages = (await pageTexts(pdf)).length;
    const result = { imported, enrolled, eligible, issued, refused, pages };
    await writeFile(join(out, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
    await takeFees(desk);
    await evaluate(desk, dataFolder);
    await lookAround(desk);
    console.log(JSON.stringify(result, null, 2));
  } catch (thrown) {
    await desk.picture('failure');
    throw thrown;
  } finally {
    await window.close();
  }
}

await main();
