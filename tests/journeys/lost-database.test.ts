import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, newDataFolder } from '../support/host.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { DeskDriver } from './desk-driver.ts';
import { administrator, foundAdministrator, signIn, tableRows } from './the-job.ts';

let window: OpenWindow;
let desk: DeskDriver;
let dataFolder: string;
let recoveryCode: string;

async function open(port: number): Promise<void> {
  window = await openWindow(dataFolder, port);
  desk = new DeskDriver(window.page, null);
}

async function picture(name: string): Promise<void> {
  const folder = process.env.JIDI_PICTURES;
  if (folder) await desk.page.screenshot({ path: join(folder, `${name}.png`) });
}

beforeAll(async () => {
  dataFolder = await newDataFolder();
  await open(await freePort());
});
afterAll(() => window.close());

test('a database that the browser has lost comes back from the journal, every row of it', async () => {
  recoveryCode = await foundAdministrator(desk);
  await desk.button('用示例数据试一试').click();
  await desk.page.getByRole('heading', { name: '今日' }).waitFor();
  await desk.page.getByRole('link', { name: '点名' }).first().click();
  await desk.page.getByRole('grid', { name: '学员点名板' }).waitFor();
  await desk.page.keyboard.press('c');
  await desk.page.getByText('已保存 1', { exact: true }).waitFor();
  await desk.go('学员');
  const before = await tableRows(desk, '学员列表');
  const { port } = window.host;
  await window.close();
  await rm(join(dataFolder, 'profile/Default/IndexedDB'), { recursive: true });

  await open(port);
  await desk.page.getByRole('heading', { name: '数据库需要从日志恢复' }).waitFor();
  await desk.page.getByText('日志文件里有 3 次操作的完整记录，数据库里只有 0 次').waitFor();
  await picture('rebuild');
  await desk.button('从日志恢复').click();
  await desk.page.getByRole('heading', { name: '恢复完成，内容已核对' }).waitFor();
  await desk.button('继续').click();
  await signIn(desk, administrator.password);
  await desk.page.getByRole('heading', { name: '今日' }).waitFor();
  await desk.page.getByText('1/18').waitFor();
  await desk.go('学员');
  expect(await tableRows(desk, '学员列表')).toEqual(before);
});

test('a journal that can not be written is said at once, and work goes on when it can', async () => {
  const journal = join(dataFolder, 'journal');
  const [segment] = await readdir(journal);
  // Root may write anywhere, so the file is taken away instead of made read-only.
  await rename(join(journal, segment!), join(dataFolder, segment!));
  await desk.go('课程');
  await desk.button('添加课程').first().click();
  await desk.fill({ '课程名称 *': '第一门', '内容 *': '内容' });
  await desk.button('保存').click();
  await desk.page.getByText('最近的改动还没有写进日志文件').waitFor();
  await desk.page.getByText('未能保存', { exact: true }).waitFor();
  await picture('save-failure');
  await rename(join(dataFolder, segment!), join(journal, segment!));
  await desk.button('重试').click();
  await desk.page.getByText('已保存', { exact: true }).waitFor();
  await desk.page.getByRole('cell', { name: '第一门', exact: true }).waitFor();
});

test('a journal damaged in the middle is named with its place, and written anew from the database', async () => {
  const journal = join(dataFolder, 'journal');
  const [segment] = await readdir(journal);
  const path = join(journal, segment!);
  const bytes = await readFile(path);
  bytes[200] = bytes[200]! ^ 1;
  const { port } = window.host;
  await window.close();
  await writeFile(path, bytes);
  await open(port);
  await desk.page.getByRole('heading', { name: '日志文件损坏' }).waitFor();
  await desk.page.getByText(`日志文件 ${segment} 在第 40 字节处损坏`).waitFor();
  await picture('journal-damaged');
  await desk.button('用数据库修复日志').click();
  await signIn(desk, administrator.password);
  await desk.page.getByText('已保存', { exact: true }).waitFor();
  expect(await readdir(join(dataFolder, 'journal-set-aside'))).toHaveLength(1);
  await desk.go('课程');
  await desk.page.getByRole('cell', { name: '第一门', exact: true }).waitFor();
});

test('journal damaged and database gone: the newest backup and the rest of the journal bring everything back', async () => {
  // Closing the window makes a backup; what is done after it is in the journal only.
  const { port } = window.host;
  await window.close();
  await open(port);
  await signIn(desk, administrator.password);
  await desk.go('课程');
  await desk.button('添加课程').first().click();
  await desk.fill({ '课程名称 *': '第二门', '内容 *': '内容' });
  await desk.button('保存').click();
  await desk.page.getByRole('cell', { name: '第二门', exact: true }).waitFor();
  // The list shows what is in the database; the form closes when it is in the journal too.
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await window.host.kill();
  await window.context.close();
  await rm(join(dataFolder, 'profile/Default/IndexedDB'), { recursive: true });
  const journal = join(dataFolder, 'journal');
  const [segment] = await readdir(journal);
  const bytes = await readFile(join(journal, segment!));
  bytes[200] = bytes[200]! ^ 1;
  await writeFile(join(journal, segment!), bytes);

  await open(port);
  await desk.page.getByRole('heading', { name: '日志文件损坏，数据库也不完整' }).waitFor();
  await desk.page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByText('没有一次操作丢失').waitFor();
  await picture('mend');
  await desk.button('恢复').click();
  await desk.page.getByRole('heading', { name: '恢复完成，内容已核对' }).waitFor();
  await picture('proof');
  await desk.button('继续').click();
  await signIn(desk, administrator.password);
  await desk.go('课程');
  for (const title of ['第一门', '第二门']) {
    await desk.page.getByRole('cell', { name: title, exact: true }).waitFor();
  }
});

test('a lost key file is made anew by the recovery sheet, and the numbers open again', async () => {
  const { port } = window.host;
  await window.close();
  await rm(join(dataFolder, 'keys.json'));
  await open(port);
  await desk.page.getByRole('heading', { name: '密钥文件丢失' }).waitFor();
  await desk.page.getByLabel('恢复单上的恢复码').fill(recoveryCode);
  await desk.fill({ '新密码 *': '换了新的密码2026', '再输一遍 *': '换了新的密码2026' });
  await picture('recover');
  await desk.button('设新密码并登录').click();
  await desk.go('学员');
  await desk.page.getByRole('region', { name: '学员列表' }).locator('tbody tr').first().click();
  await desk.button('显示证件号码').click();
  await expect.poll(() => desk.page.getByLabel('证件号码').first().inputValue()).toMatch(/^\d{17}[\dX]$/);
});
