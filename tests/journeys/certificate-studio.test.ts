import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readClaim } from '../../shared/exchange/proof/claim.ts';
import { codesInPdf } from '../../shared/exchange/proof/verdict.ts';
import { accessibilityViolations } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { OutsideChecker } from './outside-checker.ts';
import { pageTexts, producedPdfs } from './produced-pdf.ts';

const run = promisify(execFile);
const mongolianName = 'ᠤᠶᠤᠨᠴᠢᠮᠡᠭ';

/** A Chromium without screen and printer crashes when it prints a PDF in a frame. */
function withoutPrinter(page: Page): void {
  void page.addInitScript(() => {
    window.print = () => undefined;
  });
}

const canvasOf = ({ page }: DeskDriver) => page.getByRole('group', { name: '证书画布' });
const leftOf = ({ page }: DeskDriver) => page.getByLabel('左', { exact: true });
const previewed = ({ page }: DeskDriver) => page.locator('iframe').waitFor();
const lastPdf = async ({ dataFolder }: OpenDesk) => (await producedPdfs(dataFolder)).at(-1) ?? '';

async function saved(desk: DeskDriver, act: () => Promise<void>, name: string): Promise<string> {
  const waiting = desk.page.waitForEvent('download');
  await act();
  const path = join(await mkdtemp(join(tmpdir(), 'studio-')), name);
  await (await waiting).saveAs(path);
  return path;
}

async function drag({ page }: DeskDriver, element: Locator, dx: number, dy: number): Promise<void> {
  const box = await element.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 8, (box?.y ?? 0) + 8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

/** Where words begin on the first page of a PDF, in millimetres from its upper left. */
async function placeOf(pdf: string, words: string): Promise<[number, number]> {
  const { stdout } = await run('pdftotext', ['-l', '1', '-bbox', pdf, '-']);
  const found = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${words}`).exec(stdout);
  return [(Number(found?.[1]) / 72) * 25.4, (Number(found?.[2]) / 72) * 25.4];
}

/** Opens the design of the base's own, beside the one that every base begins with. */
async function openDesign(desk: DeskDriver): Promise<void> {
  await desk.go('证书样式');
  await desk.page
    .getByRole('region', { name: '样式列表' })
    .getByRole('row', { name: '蒙汉双语竖版' })
    .click();
  await canvasOf(desk).waitFor();
}

async function openClass(desk: DeskDriver): Promise<void> {
  await desk.go('培训班');
  await desk.page
    .getByRole('region', { name: '培训班列表' })
    .getByRole('row', { name: /知识更新/ })
    .click();
  await desk.tab('证书');
}

async function openCertificate(desk: DeskDriver, find: string): Promise<void> {
  await desk.go('证书');
  await desk.page.getByRole('textbox', { name: '搜索证书' }).fill(find);
  await desk.page.getByText('1 张', { exact: true }).waitFor();
  await desk.page.getByRole('region', { name: '证书登记簿' }).getByRole('row', { name: find }).click();
}

async function editLearner(desk: DeskDriver, name: string, values: Record<string, string>): Promise<void> {
  await desk.go('学员');
  await desk.page.getByRole('textbox', { name: /搜索/ }).fill(name);
  await desk.page.getByRole('region', { name: '学员列表' }).getByRole('row', { name }).click();
  await desk.fill(values);
  await desk.page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await desk.told('已登记');
}

describe('a certificate of the base’s own design, from the first stroke to its end (第22条)', () => {
  test('a finished design is a start: moved by key, by hand and by number, and taken back', async () => {
    const { desk } = await openDesk('sample');
    await desk.go('证书样式');
    await desk.button('新建样式').first().click();
    await desk.page.getByRole('menuitem', { name: '蒙汉双语竖版' }).click();
    await canvasOf(desk).waitFor();
    const number = canvasOf(desk).getByRole('button', { name: /证书编号/ });
    await number.click();
    const start = Number(await leftOf(desk).inputValue());
    await desk.page.keyboard.press('ArrowRight');
    await expect.poll(() => leftOf(desk).inputValue()).toBe(String(start + 1));
    await drag(desk, number, 40, 0);
    await expect.poll(async () => Number(await leftOf(desk).inputValue())).toBeGreaterThan(start + 10);
    await desk.page.keyboard.press('Control+Z');
    await expect.poll(() => leftOf(desk).inputValue()).toBe(String(start + 1));
    await leftOf(desk).fill('70');
    await desk.page.getByAltText('印出来的样子').waitFor();
    await desk.picture('designer');
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  test('what would not fit is said while it is designed, and a field that is none is not published', async () => {
    const { desk } = await openDesk('design-drafted');
    await openDesign(desk);
    await desk.button('添加').click();
    await desk.page.getByRole('menuitem', { name: '文字' }).click();
    const content = desk.page.getByRole('textbox', { name: '内容' });
    await content.fill('本证书由{基地名称}颁发，全区有效，可以到基地网站查验');
    await desk.page.getByLabel('宽', { exact: true }).fill('12');
    await desk.page.getByText(/放不下，已缩到最小字号/).waitFor();
    await desk.page.getByLabel('宽', { exact: true }).fill('120');
    await desk.page.getByText(/放不下，已缩到最小字号/).waitFor({ state: 'hidden' });
    await desk.page.getByLabel('上', { exact: true }).fill('272');
    await content.fill('查验：{网站}');
    await desk.button('发布').click();
    await desk.told('里的 {网站} 不是能填的内容');
    await content.fill('本证书由{基地名称}颁发');
    await desk.page.getByText('最长', { exact: true }).click();
    await desk.page.getByText('最生僻').click();
    await desk.button('发布').click();
    await desk.told('第 1 版已发布');
  });

  test('it goes out as one file and comes in again; new certificates take it', async () => {
    const { desk } = await openDesk('design-published');
    await openDesign(desk);
    const file = await saved(desk, () => desk.button('导出').click(), 'design.json');
    await desk.go('证书样式');
    await desk.page.locator('input[type=file]').first().setInputFiles(file);
    await canvasOf(desk).waitFor();
    await desk.go('证书样式');
    const rows = desk.page.getByRole('region', { name: '样式列表' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    await desk.button('用于新证书').click();
    await desk.told('以后发的证书用“蒙汉双语竖版”');
    await desk.picture('designs');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const torn = { name: '别的.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1}') };
    await desk.page.locator('input[type=file]').first().setInputFiles(torn);
    await desk.told('别的.json');
    expect(await rows.count()).toBe(3);
  });

  test('a printer that is off is measured on its sheet, and blanks are registered', async () => {
    const opened = await openDesk('sample');
    const { desk } = opened;
    await desk.go('证书');
    await desk.button('空白证书').click();
    await desk.button('登记一批').click();
    await desk.fill({ 编号前缀: '内A', 起号: '101', 止号: '150' });
    await desk.button('登记').click();
    await desk.told('已登记 50 张空白证书');
    await desk.picture('blanks');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.closeDrawer();
    await desk.button('打印设置').click();
    await desk.button('打印校准页').click();
    await previewed(desk);
    expect((await pageTexts(await lastPdf(opened))).join()).toContain('十字中心离纸边20毫米');
    await desk.page.keyboard.press('Escape');
    await desk.page.locator('iframe').waitFor({ state: 'hidden' });
    await desk.button('新的打印机').click();
    await desk.fill({ '左上角十字离左边（毫米）': '18', '左上角十字离上边（毫米）': '21' });
    await desk.page.getByLabel('打印机名称').fill('窗口的激光机');
    await desk.button('保存校准').click();
    await desk.told('“窗口的激光机”的校准已保存');
    await desk.page.getByLabel('套打：纸上已经印好的不再印').check();
    await desk.picture('print-settings');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.closeDrawer();
  });

  test('issued in two scripts, moved as the printer needs, its code read off the page', async () => {
    const opened = await openDesk('studio-ready', { listen: withoutPrinter });
    const { desk } = opened;
    await editLearner(desk, '乌云其木格', { 蒙古文姓名: mongolianName });
    await openClass(desk);
    await desk.button(/^为 \d+ 人发证$/).click();
    await desk.button('发证').click();
    await previewed(desk);
    const pdf = await lastPdf(opened);
    const [first = ''] = await pageTexts(pdf);
    for (const words of ['乌云其木格', 'SL01-2026-000001', '本证书由示例市工程技术继续教育基地颁发'])
      expect(first).toContain(words);
    const [x, y] = await placeOf(pdf, '证书编号');
    expect(x).toBeCloseTo(72, 0);
    expect(y).toBeGreaterThan(200);
    const spans = (await readFile(pdf, 'latin1')).match(/ActualText <feff[0-9a-f]+>/g) ?? [];
    const said = spans.map((span) => Buffer.from(span.slice(16, -1), 'hex').swap16().toString('utf16le'));
    expect(said).toContain(mongolianName);
    const folder = await mkdtemp(join(tmpdir(), 'studio-'));
    await run('pdftoppm', ['-png', '-r', '150', '-l', '1', pdf, join(folder, 'page')]);
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', join(folder, 'page-01.png')]);
    expect(readClaim(stdout.trim())?.claim.learnerName).toBe('乌云其木格');
    await desk.picture('issued');
  });

  test('a batch that stopped at number 7 goes on at 8, every blank accounted for', async () => {
    const opened = await openDesk('studio-issued', { listen: withoutPrinter });
    const { desk } = opened;
    await openClass(desk);
    await desk.button('打印已发的 13 张').click();
    await desk.page.getByRole('menuitem', { name: '全班一个 PDF' }).click();
    await previewed(desk);
    await desk.button('打印').click();
    await desk.page.getByRole('group', { name: '打好了多少张' }).waitFor();
    await desk.picture('how-many');
    await desk.page.getByLabel('打好到第几张').fill('7');
    await desk.page.getByLabel('打废的空白编号').fill('103');
    await desk.page.keyboard.press('Enter');
    await desk.told('下次从第 8 张接着打');
    await desk.picture('stopped');
    expect(await accessibilityViolations(desk)).toEqual([]);
    await desk.button('从第 8 张接着打').click();
    await previewed(desk);
    const rest = await pageTexts(await lastPdf(opened));
    expect([rest.length, rest[0]?.includes('SL01-2026-000008')]).toEqual([6, true]);
    await desk.button('打印').click();
    await desk.button('记下').click();
    await desk.told('13 张都打好了，已记下');
    await openCertificate(desk, 'SL01-2026-000003');
    await desk.page.getByText('空白证书 内A000104').waitFor();
    await desk.closeDrawer();
    await desk.button('空白证书').click();
    await desk.page.getByText('已用 13，作废 1，剩余 36').waitFor();
    await desk.closeDrawer();
    const sheet = await saved(
      desk,
      async () => {
        await desk.button('登记簿').click();
        await desk.page.getByRole('menuitem', { name: '导出 Excel' }).click();
      },
      'register.xlsx',
    );
    expect((await readFile(sheet)).subarray(0, 2).toString()).toBe('PK');
  });

  test('one is voided, one replaced for a corrected name, and outside each is told as what it is', async () => {
    const opened = await openDesk('studio-printed', { listen: withoutPrinter });
    const { desk, dataFolder } = opened;
    await openCertificate(desk, 'SL01-2026-000002');
    await desk.button('作废').click();
    await desk.page.getByRole('textbox', { name: '作废原因' }).fill('发错了人');
    await desk.button(/^作废 SL01/).click();
    await desk.told('已作废');
    await desk.closeDrawer();
    await editLearner(desk, '李秀兰', { '姓名 *': '李秀岚' });
    await openCertificate(desk, 'SL01-2026-000003');
    await desk.button('发更正的证书').click();
    await desk.page
      .getByRole('dialog', { name: /^更正证书/ })
      .getByRole('button', { name: '发更正的证书' })
      .click();
    await desk.told('已发更正的证书 SL01-2026-000014');
    await previewed(desk);
    const replaced = await lastPdf(opened);
    expect((await pageTexts(replaced)).join()).toContain('李秀岚');
    await desk.page.keyboard.press('Escape');
    await desk.page.locator('iframe').waitFor({ state: 'hidden' });
    const all = await run('sh', ['-c', `ls -tr ${join(dataFolder, 'exports')}/*/*.pdf`]);
    const codes = new Map<string, string>();
    for (const path of all.stdout.trim().split('\n'))
      for (const code of codesInPdf(await readFile(path)))
        codes.set(readClaim(code)?.claim.number ?? '', code);
    await desk.go('证书');
    await desk.button('证书验证').click();
    const page = await saved(desk, () => desk.button('生成验证页').click(), 'verify.html');
    const outside = await OutsideChecker.start();
    onTestFinished(() => outside.close());
    await outside.open(page);
    const verdict = (number: string) => outside.verdictOf({ text: codes.get(number) ?? '' });
    expect(await verdict('SL01-2026-000001')).toMatch(/^有效/);
    expect(await verdict('SL01-2026-000002')).toMatch(/^已经作废.*发错了人/);
    expect(await verdict('SL01-2026-000003')).toMatch(/^已经作废.*SL01-2026-000014/);
    expect(await outside.verdictOf({ file: replaced })).toMatch(/^有效.*李秀岚/);
    await desk.closeDrawer();
  });
});
