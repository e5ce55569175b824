import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseSheets } from '../../electron/services/sheets/parse-sheets.ts';
import { findSheet, rosterSheet } from '../../shared/exchange/roster/header.ts';
import { judgeRoster } from '../../shared/exchange/roster/verdicts.ts';
import { isTable } from '../at-rest/leveldb.ts';
import { findInClear } from '../at-rest/scan.ts';
import { administrator } from '../support/bases/people.ts';
import type { OpenWindow } from '../support/window.ts';
import type { DeskDriver } from './desk-driver.ts';
import { openAgain, openDesk } from './open-desk.ts';
import {
  addCourse,
  enrolFromRoster,
  issueCertificates,
  leaveBoard,
  markEverybody,
  openBoard,
  openClass,
  signIn,
  tableRows,
  typeResults,
} from './the-job.ts';

const roster = join(import.meta.dirname, '../fixtures/rosters/tidy.xlsx');
const people = 60;
const walkInPhone = '13987654321';

const planted = Array.from({ length: 200 }, (_, index) =>
  `15010219${String(70_000_000 + index * 7919)}3X`.slice(0, 18),
);

async function personalDataOf(path: string): Promise<string[]> {
  const { sheets } = await parseSheets('tidy.xlsx', new Uint8Array(await readFile(path)));
  const found = findSheet(sheets, rosterSheet);
  if (!found) throw new Error('no roster');
  const verdicts = judgeRoster(found.sheet, found.header, found.header.mapping, new Map(), '2026-11-24');
  return verdicts.flatMap((verdict) =>
    verdict.state === 'new'
      ? [verdict.person.document.number, ...(verdict.person.phone === '' ? [] : [verdict.person.phone])]
      : [],
  );
}

/** Numbers in clear as an app without care would keep them: as values and as index keys, then compacted. */
async function plantControl(page: Page): Promise<void> {
  await page.evaluate(async (numbers) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('control', 1);
      request.onupgradeneeded = () =>
        request.result.createObjectStore('people', { keyPath: 'id' }).createIndex('number', 'number');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const write = (rows: object[]) =>
      new Promise<void>((resolve, reject) => {
        const transaction = database.transaction('people', 'readwrite', { durability: 'strict' });
        for (const row of rows) transaction.objectStore('people').put(row);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    await write(numbers.map((number, id) => ({ id, number, note: `证件 ${number}` })));
    // Enough behind them that LevelDB moves them from its log into compressed tables.
    for (let round = 0; round < 12; round += 1) {
      await write(
        Array.from({ length: 600 }, (_, index) => ({
          id: 10_000 + round * 600 + index,
          number: `filler-${round}-${index}`,
          note: '填充'.repeat(500),
        })),
      );
    }
    database.close();
  }, planted);
}

/** Ends the app, looks for texts in everything it left on the disk, and opens it again. */
async function findAtRest(
  window: OpenWindow,
  texts: readonly string[],
): Promise<{ found: Map<string, string>; again: Awaited<ReturnType<typeof openAgain>> }> {
  const { dataFolder, port } = window.host;
  await window.close();
  const found = await findInClear(dataFolder, texts);
  const again = await openAgain(dataFolder, port);
  await signIn(again.desk, administrator.password);
  return { found, again };
}

test('the scanner finds all of a planted control, in compressed tables too', async () => {
  const opened = await openDesk('set-up', { keepsProfile: true });
  const { dataFolder } = opened;
  await plantControl(opened.page);
  expect((await findAtRest(opened, planted)).found.size).toBe(planted.length);
  const files = await readdir(dataFolder, { recursive: true });
  const tables = files.filter((file) => /\.(ldb|sst)$/.test(file));
  const bytes = await Promise.all(tables.map((file) => readFile(join(dataFolder, file))));
  expect(bytes.some(isTable)).toBe(true);
});

/** Somebody is registered and deleted again. */
async function deleteSomebody(desk: DeskDriver): Promise<void> {
  await desk.go('学员');
  await desk.button('添加学员').click();
  await desk.fill({ '姓名 *': '临时', 联系电话: '13712340000' });
  await desk.page.getByLabel('证件号码').first().fill('150102199001011230');
  await desk.button('保存').click();
  await desk.told('临时 已登记');
  await desk.page.getByLabel('搜索学员').fill('临时');
  await desk.page.getByText('找到 1 人').waitFor();
  await desk.page.getByRole('region', { name: '学员列表' }).locator('tbody tr').first().click();
  await desk.button('删除').click();
  await desk.page.getByRole('dialog', { name: '删除 临时' }).getByRole('button', { name: '删除' }).click();
  await desk.told('临时 已删除');
}

test('after the whole job no ID number and no phone lies anywhere in clear, nor after some are deleted and the tables compacted', async () => {
  const opened = await openDesk('set-up', { keepsProfile: true });
  const { desk } = opened;
  const secrets = [...(await personalDataOf(roster)), walkInPhone];
  expect(secrets.length).toBeGreaterThan(100);
  await addCourse(desk);
  await openClass(desk, '2026-09-05');
  await enrolFromRoster(desk, roster, people);
  const names = (await tableRows(desk, '班级学员')).map((cells) => cells[1] ?? '');
  for (let session = 1; session <= 4; session += 1) {
    await openBoard(desk, session);
    await markEverybody(desk, [], people);
    if (session === 1) {
      await desk.button('名单外的人').click();
      await desk.fill({ '姓名 *': '来访者', 单位或电话: walkInPhone });
      await desk.button('登记到场').click();
      await desk.button('来访者 是哪位学员？').waitFor();
      await desk.page.getByLabel('刷卡或扫码签到').fill(secrets[0] ?? '');
      await desk.page.keyboard.press('Enter');
      await desk.page.getByText('已签到').waitFor();
    }
    await leaveBoard(desk);
  }
  await typeResults(
    desk,
    names,
    names.map(() => '80'),
  );
  await issueCertificates(desk);
  await desk.go('学员');
  // Searched for, opened, and typed into a form: none of it may be remembered by the browser.
  await desk.page.getByLabel('搜索学员').fill(secrets[0] ?? '');
  await desk.page.getByText('找到 1 人').waitFor();
  await desk.page.getByRole('region', { name: '学员列表' }).locator('tbody tr').first().click();
  const number = desk.page.getByLabel('证件号码').first();
  expect(await number.inputValue()).toBe(`****${secrets[0]?.slice(-4)}`);
  await desk.button('显示证件号码').click();
  await desk.button('显示联系电话').click();
  await expect.poll(() => number.inputValue()).toBe(secrets[0]);
  await desk.button('保存').click();
  await desk.told('已登记');
  const { found, again } = await findAtRest(opened, secrets);
  expect(found).toEqual(new Map());
  await deleteSomebody(again.desk);
  await plantControl(again.page);
  const left = await findAtRest(again, [...secrets, '150102199001011230', '13712340000']);
  expect(left.found).toEqual(new Map());
});
