import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AuthorityKeys } from '../../electron/services/authority/authority-keys.ts';
import { regionTables } from '../../electron/services/authority/region-tables.ts';
import { AuthorityStore } from '../../electron/services/authority/store.ts';
import { takeFolder } from '../../electron/services/authority/take-folder.ts';
import { openPackage } from '../../electron/services/submissions/open-package.ts';
import { keyFingerprint } from '../../shared/exchange/submission/authority-card.ts';
import { authorityFolder } from '../support/bases/made-files.ts';
import { folderOf } from '../support/open-base.ts';
import { fiveBases } from '../support/packed-base.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

async function saved(desk: DeskDriver, button: string): Promise<{ path: string; bytes: Buffer }> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).first().click();
  const download = await waiting;
  const path = join(await mkdtemp(join(tmpdir(), 'submission-')), download.suggestedFilename());
  await download.saveAs(path);
  return { path, bytes: await readFile(path) };
}

async function upload(desk: DeskDriver, button: string, ...paths: string[]): Promise<void> {
  const waiting = desk.page.waitForEvent('filechooser');
  await desk.button(button).click();
  await (await waiting).setFiles(paths);
}

const figure = ({ page }: DeskDriver, label: string) =>
  page.getByRole('group', { name: label, exact: true }).locator('p').nth(1);

/** The keys of the authority that the base reports to. */
async function authorityKeys(): Promise<AuthorityKeys> {
  return AuthorityKeys.of(join(await folderOf('packages'), authorityFolder));
}

async function openSubmission(desk: DeskDriver): Promise<void> {
  await desk.go('统计上报');
  await desk.button('报送').click();
}

/** The packages the base has made, as they are opened by the authority. */
async function packagesIn({ dataFolder }: OpenDesk): Promise<{ name: string; bytes: Buffer }[]> {
  const exports = join(dataFolder, 'exports');
  const paths = (await readdir(exports, { recursive: true })).filter((name) => name.endsWith('.zip.sealed'));
  return Promise.all(
    paths.sort().map(async (path) => ({ name: basename(path), bytes: await readFile(join(exports, path)) })),
  );
}

describe('statistics to the authority (第28条)', () => {
  test('a year is counted, and a figure opens who is behind it', async () => {
    const { desk } = await openDesk('sample');
    await desk.go('统计上报');
    expect(await figure(desk, '培训人数').textContent()).toBe('16');
    await desk.page.getByText('职称级别', { exact: true }).click();
    const row = desk.page.getByRole('region', { name: '按职称级别' }).getByRole('row', { name: /中级/ });
    const cells = await row.getByRole('cell').allTextContents();
    await desk.picture('statistics');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await row.click();
    const people = desk.page.getByRole('region', { name: '培训人次' }).locator('tbody tr');
    await expect.poll(() => people.count()).toBe(Number(cells[3]));
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.closeDrawer();
  });

  test('the authority’s card is registered once its fingerprint was compared', async () => {
    const authority = await authorityKeys();
    const { desk } = await openDesk('sample');
    await openSubmission(desk);
    await upload(desk, '登记公钥卡', join(await folderOf('packages'), '公钥卡.json'));
    await desk.page.getByText(keyFingerprint(authority.publicKey)).waitFor();
    await desk.button('指纹一致，登记').click();
    await desk.told('已登记 示例市人社局');
  });

  test('it is checked first, then made as one signed file that only the authority opens', async () => {
    const authority = await authorityKeys();
    const { desk } = await openDesk('authority-known');
    await openSubmission(desk);
    await desk.page
      .getByText(/没有登记盟市/)
      .first()
      .waitFor();
    await desk.page.getByText(/才结束，现在报的不是全部/).waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByRole('combobox', { name: '学员明细' }).click();
    await desk.page.getByRole('option', { name: '学员明细，不记名' }).click();
    await desk.page.getByLabel('化名口令').fill('2026年度统计');
    await desk.page.getByRole('combobox', { name: '加密' }).click();
    await desk.page.getByRole('option', { name: '加密给示例市人社局' }).click();
    const { path, bytes } = await saved(desk, '制作报送包');
    expect(path).toMatch(/\.zip\.sealed$/);
    await desk.told('2026年第 1 次报送包已做好');
    await expect(openPackage(path, bytes)).rejects.toMatchObject({ code: 'fileDamaged' });
    const first = await openPackage(path, authority.unseal(path, bytes));
    expect(first.manifest).toMatchObject({ sequence: 1, replaces: null, ledger: 'pseudonymous' });
    expect(first.statistics.totals.people).toBe(16);
    const ledger = Buffer.from(first.files.get('ledger.csv') ?? []).toString('utf8');
    expect(ledger.trim().split('\r\n')).toHaveLength(17);
    expect(ledger).not.toContain('159900');
    expect(ledger).not.toContain('乌云其木格');
    const again = await saved(desk, '再取一次');
    const { manifestHash } = await openPackage(path, authority.unseal(path, again.bytes));
    expect(manifestHash).toBe(first.manifestHash);
    await desk.picture('submission');
  });

  test('when it went is kept, and the period is locked', async () => {
    const { desk } = await openDesk('submission-made');
    await openSubmission(desk);
    await desk.button('已报送').click();
    await desk.page.getByLabel('怎样报送的').fill('政务邮箱');
    await desk.page.keyboard.press('Enter');
    await desk.told('已登记报送');
    await desk.page.getByText('已报送，等回执').waitFor();
    await desk.page.getByText(/记录已经锁定。\s*数据和报送的一样。/).waitFor();
    await desk.closeDrawer();
  });

  test('a mark in it is refused; what it was counted by is seen to have changed', async () => {
    const { desk } = await openDesk('submission-sent');
    await desk.go('培训班');
    await desk.page
      .getByRole('region', { name: '培训班列表' })
      .getByRole('row', { name: /2026-01/ })
      .click();
    await desk.page.getByRole('link', { name: '点名' }).first().click();
    await desk.page.getByRole('grid', { name: '学员点名板' }).waitFor();
    await desk.page.keyboard.press('j');
    await desk.page.getByText(/2026年的统计已经报送，期内的记录已锁定/).waitFor();
    await desk.go('学员');
    await desk.page
      .getByRole('region', { name: '学员列表' })
      .getByRole('row', { name: '乌云其木格' })
      .click();
    await desk.page.getByRole('combobox', { name: '职称级别' }).click();
    await desk.page.getByRole('option', { name: '正高' }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await desk.told('已登记');
    await desk.go('统计上报');
    await desk.page.getByText(/2026年报送之后有 \d+ 个数变了，须报更正/).waitFor();
  });

  test('a correction is begun with a reason, and says what changed', async () => {
    const authority = await authorityKeys();
    const { desk } = await openDesk('title-changed');
    await openSubmission(desk);
    await desk.page.getByLabel('更正的原因').fill('职称级别登记有误');
    await desk.page.keyboard.press('Enter');
    await desk.told('改完再制作更正的报送包');
    await desk.page.getByText('更正：替代第 1 次').waitFor();
    await desk.picture('correction');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByLabel('化名口令').fill('2026年度统计');
    const { path, bytes } = await saved(desk, '制作更正的报送包');
    await desk.told('2026年第 2 次报送包已做好');
    const { manifest } = await openPackage(path, authority.unseal(path, bytes));
    expect(manifest).toMatchObject({ sequence: 2, replaces: 1, reason: '职称级别登记有误' });
    expect(new Set(manifest.changes.map(({ table }) => table))).toEqual(new Set(['titleLevel']));
    const senior = manifest.changes.find(({ key, measure }) => key === 'senior' && measure === 'people');
    expect(senior?.after).toBe((senior?.before ?? 0) + 1);
  });

  test('the authority takes it with those of four other bases, and its acknowledgements come back', async () => {
    const opened = await openDesk('correction-made');
    const { desk } = opened;
    const folderFor = (what: string) => mkdtemp(join(tmpdir(), `${what}-`));
    const inbox = await folderFor('inbox');
    const storeFolder = await folderFor('authority');
    const store = new AuthorityStore(storeFolder);
    // Packages are sealed for the authority whose store this is.
    await cp(join(await folderOf('packages'), authorityFolder), storeFolder, { recursive: true });
    const own = await packagesIn(opened);
    expect(own).toHaveLength(2);
    for (const { name, bytes } of own) await writeFile(join(inbox, name), bytes);
    await openSubmission(desk);
    const [, ...others] = await fiveBases();
    for (const { name, zip } of others) await writeFile(join(inbox, name), zip);
    const acknowledgements = join(store.folder, 'acknowledgements/2027-01-20');
    const about = { take: true, register: true, today: '2027-01-20', authority: '示例市人社局' };
    expect(await takeFolder(store, inbox, openPackage, about)).toMatchObject({
      registered: ['JD02', 'JD03', 'JD04', 'JD05', 'SL01'],
      conflicts: [],
      taken: 6,
    });
    const current = await store.current();
    expect(current).toHaveLength(5);
    const { total } = await regionTables(store.folder, current);
    expect(total.find(({ measure }) => measure === 'people')).toMatchObject({
      bases: 5,
      value: 16 + 20 + 30 + 40 + 50,
    });
    const acknowledgement = (code: string, sequence: number) =>
      join(acknowledgements, `回执 ${code} 2026-01-01_2026-12-31 第${sequence}次.json`);
    await upload(desk, '导入回执文件', acknowledgement('SL01', 1), acknowledgement('SL01', 2));
    await desk.told('2026年第 1 次报送的回执已登记');
    await desk.told('2026年第 2 次报送的回执已登记');
    await expect.poll(() => desk.page.getByText('签名已验证').count()).toBe(2);
    await upload(desk, '导入回执文件', acknowledgement('JD02', 1));
    await desk.page.getByText(/不是这里任何一次报送的回执/).waitFor();
    await desk.picture('acknowledgements');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });
});
