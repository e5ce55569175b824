import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedPackage, openPackage } from '../../electron/services/submissions/open-package.ts';
import { freePort, newDataFolder } from '../support/host.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { accessibilityViolations } from './accessibility.ts';
import { DeskDriver } from './desk-driver.ts';
import { foundAdministrator } from './the-job.ts';

let opened: OpenWindow;
let desk: DeskDriver;
let folder: string;
let first: OpenedPackage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'submission-'));
  opened = await openWindow(await newDataFolder(), await freePort());
  desk = new DeskDriver(opened.page, process.env.JIDI_PICTURES ?? null);
});
afterAll(() => opened.close());

async function saved(button: string): Promise<{ path: string; bytes: Buffer }> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).first().click();
  const download = await waiting;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { path, bytes: await readFile(path) };
}

const figure = (label: string) =>
  desk.page.getByRole('group', { name: label, exact: true }).locator('p').nth(1);

describe.sequential('statistics to the authority (第28条)', () => {
  test('a year is counted, and a figure opens who is behind it', async () => {
    await foundAdministrator(desk);
    await desk.button('用示例数据试一试').click();
    await desk.page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await desk.go('统计上报');
    expect(await figure('培训人数').textContent()).toBe('16');
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

  test('it is checked first, then made as one signed file that says the same', async () => {
    await desk.button('报送').click();
    await desk.page.getByText('人的单位没有登记盟市').waitFor();
    await desk.page.getByText(/才结束，现在报的不是全部/).waitFor();
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByRole('combobox', { name: '学员明细' }).click();
    await desk.page.getByRole('option', { name: '学员明细，不记名' }).click();
    await desk.page.getByLabel('化名口令').fill('2026年度统计');
    const { path, bytes } = await saved('制作报送包');
    await desk.told('2026年第 1 次报送包已做好');
    first = await openPackage(path, bytes);
    expect(first.manifest).toMatchObject({ sequence: 1, replaces: null, ledger: 'pseudonymous' });
    expect(first.statistics.totals.people).toBe(16);
    const ledger = Buffer.from(first.files.get('ledger.csv') ?? []).toString('utf8');
    expect(ledger.trim().split('\r\n')).toHaveLength(17);
    expect(ledger).not.toContain('159900');
    expect(ledger).not.toContain('乌云其木格');
    const again = await saved('再取一次');
    expect(again.bytes.equals(bytes)).toBe(true);
    await desk.picture('submission');
  });

  test('when it went and what came back is kept', async () => {
    await desk.button('已报送').click();
    await desk.page.getByLabel('怎样报送的').fill('政务邮箱');
    await desk.page.keyboard.press('Enter');
    await desk.told('已登记报送');
    await desk.button('登记回执').click();
    await desk.page.getByLabel('回执编号').fill('示人社统〔2026〕3号');
    await desk.page.keyboard.press('Enter');
    await desk.told('回执已登记');
    await desk.page.getByText('已有回执').waitFor();
    await desk.page.getByText('数据和第 1 次报送的一样，不用更正。').waitFor();
    await desk.closeDrawer();
  });

  test('a change in it asks for a correction, which says what changed and why', async () => {
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
    await desk.button('报送').click();
    await desk.page.getByText('更正：替代第 1 次').waitFor();
    await desk.picture('correction');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.page.getByLabel('更正的原因').fill('职称级别登记有误');
    await desk.page.getByLabel('化名口令').fill('2026年度统计');
    const { path, bytes } = await saved('制作更正的报送包');
    await desk.told('2026年第 2 次报送包已做好');
    const { manifest } = await openPackage(path, bytes);
    expect(manifest).toMatchObject({ sequence: 2, replaces: 1, reason: '职称级别登记有误' });
    expect(new Set(manifest.changes.map(({ table }) => table))).toEqual(new Set(['titleLevel']));
    const senior = manifest.changes.find(({ key, measure }) => key === 'senior' && measure === 'people');
    expect(senior?.after).toBe((senior?.before ?? 0) + 1);
  });
});
