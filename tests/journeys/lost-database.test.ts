import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { administrator } from '../support/bases/people.ts';
import type { DeskDriver } from './desk-driver.ts';
import { openAgain, openDesk } from './open-desk.ts';
import { signIn, tableRows } from './the-job.ts';

/** The one file the journal lies in by now. */
async function segmentOf(dataFolder: string): Promise<{ segment: string; path: string }> {
  const [segment = ''] = await readdir(join(dataFolder, 'journal'));
  return { segment, path: join(dataFolder, 'journal', segment) };
}

/** Changes one bit in the middle of the journal. */
async function damage(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

async function addCourse(desk: DeskDriver, title: string): Promise<void> {
  await desk.go('课程');
  await desk.button('添加课程').first().click();
  await desk.fill({ '课程名称 *': title, '内容 *': '内容' });
  await desk.button('保存').click();
}

test('a database that the browser has lost comes back from the journal, every row of it', async () => {
  const opened = await openDesk('sample', { keepsProfile: true });
  const { desk, dataFolder, host } = opened;
  await desk.page.getByRole('link', { name: '点名' }).first().click();
  await desk.page.getByRole('grid', { name: '学员点名板' }).waitFor();
  await desk.page.keyboard.press('c');
  await desk.page.getByText('已保存 1', { exact: true }).waitFor();
  await desk.go('学员');
  const before = await tableRows(desk, '学员列表');
  await opened.close();
  await rm(join(dataFolder, 'profile/Default/IndexedDB'), { recursive: true });

  const { desk: again } = await openAgain(dataFolder, host.port);
  await again.page.getByRole('heading', { name: '数据库需要从日志恢复' }).waitFor();
  await again.page.getByText('日志文件里有 3 次操作的完整记录，数据库里只有 0 次').waitFor();
  await again.picture('rebuild');
  await again.button('从日志恢复').click();
  await again.page.getByRole('heading', { name: '恢复完成，内容已核对' }).waitFor();
  await again.button('继续').click();
  await signIn(again, administrator.password);
  await again.page.getByRole('heading', { name: '今日' }).waitFor();
  await again.page.getByText('1/18').waitFor();
  await again.go('学员');
  expect(await tableRows(again, '学员列表')).toEqual(before);
});

test('a journal that can not be written is said at once, and work goes on when it can', async () => {
  const { desk, dataFolder } = await openDesk('sample');
  await desk.page.getByText('已保存', { exact: true }).waitFor();
  const { segment, path } = await segmentOf(dataFolder);
  // Root may write anywhere, so the file is taken away instead of made read-only.
  await rename(path, join(dataFolder, segment));
  await addCourse(desk, '第一门');
  await desk.page.getByText('最近的改动还没有写进日志文件').waitFor();
  await desk.page.getByText('未能保存', { exact: true }).waitFor();
  await desk.picture('save-failure');
  await rename(join(dataFolder, segment), path);
  await desk.button('重试').click();
  await desk.page.getByText('已保存', { exact: true }).waitFor();
  await desk.page.getByRole('cell', { name: '第一门', exact: true }).waitFor();
});

test('a journal damaged in the middle is named with its place, and written anew from the database', async () => {
  const opened = await openDesk('first-course', { keepsProfile: true });
  const { dataFolder, host } = opened;
  const { segment, path } = await segmentOf(dataFolder);
  await opened.desk.page.getByText('已保存', { exact: true }).waitFor();
  await opened.close();
  await damage(path);
  const { desk } = await openAgain(dataFolder, host.port);
  await desk.page.getByRole('heading', { name: '日志文件损坏' }).waitFor();
  await desk.page.getByText(`日志文件 ${segment} 在第 40 字节处损坏`).waitFor();
  await desk.picture('journal-damaged');
  await desk.button('用数据库修复日志').click();
  await signIn(desk, administrator.password);
  await desk.page.getByText('已保存', { exact: true }).waitFor();
  expect(await readdir(join(dataFolder, 'journal-set-aside'))).toHaveLength(1);
  await desk.go('课程');
  await desk.page.getByRole('cell', { name: '第一门', exact: true }).waitFor();
});

test('journal damaged and database gone: the newest backup and the rest of the journal bring everything back', async () => {
  // Closing the window makes a backup; what is done after it is in the journal only.
  const opened = await openDesk('first-course', { keepsProfile: true });
  const { dataFolder, host } = opened;
  await opened.desk.page.getByText('已保存', { exact: true }).waitFor();
  await opened.close();
  const after = await openAgain(dataFolder, host.port);
  await signIn(after.desk, administrator.password);
  await addCourse(after.desk, '第二门');
  await after.page.getByRole('cell', { name: '第二门', exact: true }).waitFor();
  // The list shows what is in the database; the form closes when it is in the journal too.
  await after.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await after.host.kill();
  await after.context.close();
  await rm(join(dataFolder, 'profile/Default/IndexedDB'), { recursive: true });
  await damage((await segmentOf(dataFolder)).path);

  const { desk } = await openAgain(dataFolder, host.port);
  await desk.page.getByRole('heading', { name: '日志文件损坏，数据库也不完整' }).waitFor();
  await desk.page.getByLabel('密码', { exact: true }).fill(administrator.password);
  await desk.page.keyboard.press('Enter');
  await desk.page.getByText('没有一次操作丢失').waitFor();
  await desk.picture('mend');
  await desk.button('恢复').click();
  await desk.page.getByRole('heading', { name: '恢复完成，内容已核对' }).waitFor();
  await desk.picture('proof');
  await desk.button('继续').click();
  await signIn(desk, administrator.password);
  await desk.go('课程');
  for (const title of ['第一门', '第二门']) {
    await desk.page.getByRole('cell', { name: title, exact: true }).waitFor();
  }
});

test('a lost key file is made anew by the recovery sheet, and the numbers open again', async () => {
  const opened = await openDesk('sample', { keepsProfile: true });
  const { dataFolder, host } = opened;
  const { recoveryCode } = z.object({ recoveryCode: z.string() }).parse(opened.facts);
  await opened.desk.page.getByText('已保存', { exact: true }).waitFor();
  await opened.close();
  await rm(join(dataFolder, 'keys.json'));
  const { desk } = await openAgain(dataFolder, host.port);
  await desk.page.getByRole('heading', { name: '密钥文件丢失' }).waitFor();
  await desk.page.getByLabel('恢复单上的恢复码').fill(recoveryCode);
  await desk.fill({ '新密码 *': '换了新的密码2026', '再输一遍 *': '换了新的密码2026' });
  await desk.picture('recover');
  await desk.button('设新密码并登录').click();
  await desk.go('学员');
  await desk.page.getByRole('region', { name: '学员列表' }).locator('tbody tr').first().click();
  await desk.button('显示证件号码').click();
  await expect.poll(() => desk.page.getByLabel('证件号码').first().inputValue()).toMatch(/^\d{17}[\dX]$/);
});
