import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { BaseName } from '../support/bases/chains.ts';
import { readFacts } from '../support/bases/kept-base.ts';
import { laptopTeacher } from '../support/bases/people.ts';
import { folderOf } from '../support/open-base.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { openDesk } from './open-desk.ts';
import { foundAdministrator } from './the-job.ts';

/** Opens the desk of the base, or that of the laptop in the class room. */
async function deskOf(place: 'base' | 'room', base: BaseName | null): Promise<DeskDriver> {
  return (await openDesk(base, { place })).desk;
}

async function saved(desk: DeskDriver, button: string): Promise<string> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).first().click();
  const download = await waiting;
  const path = join(await mkdtemp(join(tmpdir(), 'handover-')), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** A file that was made while a base was built, as it is carried to another machine. */
async function carried(base: BaseName, fact: 'classFile' | 'marksFile'): Promise<string> {
  const facts = await readFacts(await folderOf(base));
  const { name, content } = z.object({ name: z.string(), content: z.base64() }).parse(facts[fact]);
  const path = join(await mkdtemp(join(tmpdir(), 'handover-')), name);
  await writeFile(path, Buffer.from(content, 'base64'));
  return path;
}

async function choose(desk: DeskDriver, button: string, path: string): Promise<void> {
  const waiting = desk.page.waitForEvent('filechooser');
  await desk.button(button).click();
  await (await waiting).setFiles(path);
}

async function openGivenClass(base: DeskDriver): Promise<void> {
  await base.go('培训班');
  await base.page
    .getByRole('region', { name: '培训班列表' })
    .getByRole('row', { name: /2026-02/ })
    .click();
  await base.button('别的电脑点名').waitFor();
}

describe('a class is marked on a teacher’s laptop', () => {
  test('it is given away as a file that a code opens', async () => {
    const base = await deskOf('base', 'sample');
    await openGivenClass(base);
    await base.button('别的电脑点名').click();
    await base.page.getByLabel('交给谁').fill('王老师');
    expect(await saved(base, '制作班级文件')).toMatch(/给王老师\.jidi-class$/);
    const code = (await base.page.locator('code').textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-Z-]{14}$/);
    await base.page.getByText('交给 王老师，还没有收回').waitFor();
    await base.picture('given');
    expect(await accessibilityViolations(base)).toEqual([]);
    await base.closeDrawer();
  });

  test('a laptop that is new opens it, and has nothing but the class to mark', async () => {
    const room = await deskOf('room', null);
    const { code } = z.object({ code: z.string() }).parse(await readFacts(await folderOf('class-given')));
    await foundAdministrator(room, laptopTeacher);
    await room.page.getByRole('heading', { name: '填写基地信息' }).waitFor();
    await room.picture('first');
    await choose(room, '打开班级文件', await carried('class-given', 'classFile'));
    await room.page.getByLabel('打开口令').fill('2222-2222-2222');
    await room.page.keyboard.press('Enter');
    await room.page.getByText(/口令不对，或文件被改动过/).waitFor();
    await room.page.getByLabel('打开口令').fill(code.toLowerCase());
    await room.page.keyboard.press('Enter');
    await room.page.getByRole('heading', { level: 1, name: '课堂点名' }).waitFor();
    await room.told('已收下');
    await room.picture('classroom');
    expect(await accessibilityViolations(room)).toEqual([]);
    const links = await room.page.getByLabel('功能').getByRole('link').allTextContents();
    expect(links).toEqual(['今日', '账号', '备份', '操作记录']);
  });

  test('it is marked there, while somebody marks one of them at the base', async () => {
    const base = await deskOf('base', 'class-given');
    const room = await deskOf('room', 'classroom');
    await room.page.getByRole('link', { name: '点名' }).first().click();
    await room.page.getByRole('grid', { name: '学员点名板' }).waitFor();
    await room.page.keyboard.press('q');
    await room.page.keyboard.press('a');
    await room.page.getByText(/^已保存 [1-9]/).waitFor();
    await room.page.getByLabel('功能').getByRole('link', { name: '今日' }).click();
    expect(await saved(room, '导出点名结果')).toMatch(/王老师\.jidi-marks$/);
    await room.told('点名结果已导出');
    await base.page.getByRole('link', { name: '点名' }).first().click();
    await base.page.getByRole('grid', { name: '学员点名板' }).waitFor();
    await base.page.keyboard.press('d');
    await base.page.getByText('已保存 1', { exact: true }).waitFor();
  });

  test('what comes back is shown first; what differs is decided, side by side', async () => {
    const base = await deskOf('base', 'given-and-marked');
    const marksFile = await carried('classroom-marked', 'marksFile');
    await openGivenClass(base);
    await base.button('别的电脑点名').click();
    await choose(base, '收回点名结果', marksFile);
    await base.page.getByText(/新的点名 \d+ 条，和现有记录一致 0 条，不一致 1 条/).waitFor();
    await base.picture('preview');
    expect(await accessibilityViolations(base)).toEqual([]);
    await base.button('收入').click();
    await base.told('已收回 王老师 的点名');
    await base.page.getByText('两台电脑记的不一样（1）').waitFor();
    await base.picture('disputes');
    expect(await accessibilityViolations(base)).toEqual([]);
    await base.page
      .getByRole('table', { name: '不一致的点名' })
      .getByRole('button', { name: /：缺$/ })
      .click();
    await base.page.getByText('两台电脑记的不一样').waitFor({ state: 'hidden' });
    await choose(base, '收回点名结果', marksFile);
    await base.page.getByText('里面没有新的点名，都收过了。').waitFor();
    await base.page.keyboard.press('Escape');
    await base.page.getByText('里面没有新的点名').waitFor({ state: 'hidden' });
  });

  test('through a shared folder nothing is carried by hand', async () => {
    const shared = await mkdtemp(join(tmpdir(), 'shared-'));
    const base = await deskOf('base', 'class-given');
    const room = await deskOf('room', 'classroom-marked');
    await openGivenClass(base);
    await base.button('别的电脑点名').click();
    await base.page.getByLabel('共享文件夹').fill(shared);
    await base.button('使用').click();
    await expect.poll(() => base.button('使用').isDisabled()).toBe(true);
    await base.page.getByLabel('交给谁').fill('高老师');
    await saved(base, '制作班级文件');
    await base.page.getByText('文件已放进共享文件夹').waitFor();
    const code = (await base.page.locator('code').textContent()) ?? '';
    await room.page.getByLabel('共享文件夹').fill(shared);
    await room.button('使用').click();
    await room.page.getByRole('button', { name: /^打开 班级/ }).click();
    await room.page.getByLabel('打开口令').fill(code);
    await room.page.keyboard.press('Enter');
    await room.told('已收下');
    await saved(room, '导出点名结果');
    await room.told('点名结果已放进共享文件夹');
    expect((await readdir(shared)).map((name) => name.split('.').at(-1)).sort()).toEqual([
      'jidi-class',
      'jidi-marks',
    ]);
    await base.closeDrawer();
    await base.button('别的电脑点名').click();
    await base.page.getByRole('button', { name: /^打开 点名/ }).click();
    await base.page.getByRole('heading', { name: /收回 王老师 的点名/ }).waitFor();
  });
});
