import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCertificates } from '../../bench/certificates/sample.ts';
import { certificateCodes } from '../../electron/services/signing/certificate-codes.ts';
import { SigningKeys } from '../../electron/services/signing/signing-keys.ts';
import { claimText, readClaim } from '../../shared/exchange/proof/claim.ts';
import { codesInPdf } from '../../shared/exchange/proof/verdict.ts';
import { openChromium } from '../support/chromium.ts';
import { freePort, newDataFolder } from '../support/host.ts';
import { type OpenWindow, openWindow } from '../support/window.ts';
import { accessibilityViolations } from './accessibility.ts';
import { DeskDriver } from './desk-driver.ts';
import { producedPdfs } from './produced-pdf.ts';
import { foundAdministrator } from './the-job.ts';

const run = promisify(execFile);

let opened: OpenWindow;
let desk: DeskDriver;
let dataFolder: string;
let outside: BrowserContext;
let checker: Page;
let folder: string;
let codes: string[];

beforeAll(async () => {
  dataFolder = await newDataFolder();
  folder = await mkdtemp(join(tmpdir(), 'proof-'));
  opened = await openWindow(dataFolder, await freePort());
  desk = new DeskDriver(opened.page, process.env.JIDI_PICTURES ?? null);
});
afterAll(async () => {
  await outside?.close();
  await opened.close();
});

/** What the page outside says of a file or a text. */
async function verdictOf(what: { file: string } | { text: string }): Promise<string> {
  if ('file' in what) await checker.locator('input[type=file]').first().setInputFiles(what.file);
  else {
    await checker.getByRole('textbox').fill(what.text);
    await checker.getByRole('button', { name: '验证' }).click();
  }
  const answer = checker.getByRole('alert').first();
  await answer.waitFor();
  return (await answer.textContent()) ?? '';
}

async function saved(button: string, name: string): Promise<string> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).click();
  const path = join(folder, name);
  await (await waiting).saveAs(path);
  return path;
}

async function openOutside(page: string): Promise<void> {
  await checker?.close();
  checker = await outside.newPage();
  await checker.goto(pathToFileURL(page).href);
  await checker.getByRole('heading', { name: '证书验证' }).waitFor();
}

describe.sequential('a certificate that anyone can check, without the app and without network (第22条)', () => {
  test('is issued with a code that the base signed', async () => {
    await foundAdministrator(desk);
    await desk.button('用示例数据试一试').click();
    await desk.page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await desk.go('培训班');
    await desk.page
      .getByRole('region', { name: '培训班列表' })
      .getByRole('row', { name: /知识更新/ })
      .click();
    await desk.tab('证书');
    await desk.button(/^为 \d+ 人发证$/).click();
    await desk.button('发证').click();
    await desk.page.locator('iframe').waitFor();
    await desk.picture('coded-certificates');
    const pdf = (await producedPdfs(dataFolder)).at(-1) ?? '';
    codes = codesInPdf(await readFile(pdf));
    expect(codes.length).toBe(13);
    await run('pdftoppm', ['-png', '-r', '150', '-l', '1', pdf, join(folder, 'page')]);
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', join(folder, 'page-01.png')]);
    expect(stdout.trimEnd()).toBe(codes[0]);
    await desk.closeDrawer();
  });

  test('the page to check it by is one file that works with the network off', async () => {
    await desk.go('证书');
    await desk.button('证书验证').click();
    await desk.picture('verification-drawer');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const page = await saved('生成验证页', 'verify.html');
    await desk.closeDrawer();
    outside = await openChromium(join(dataFolder, 'outside'));
    await outside.setOffline(true);
    await openOutside(page);
    const pdf = (await producedPdfs(dataFolder)).at(-1) ?? '';
    expect(await verdictOf({ file: join(folder, 'page-01.png') })).toMatch(/^有效.*签名是真的/);
    expect(await verdictOf({ file: pdf })).toContain('有效');
    expect(await checker.getByRole('alert').count()).toBe(13);
    expect(await verdictOf({ text: codes[1] ?? '' })).toContain('有效');
    expect(await accessibilityViolations(new DeskDriver(checker, null))).toEqual([]);
    if (process.env.JIDI_PICTURES)
      await checker.screenshot({ path: join(process.env.JIDI_PICTURES, 'verifier.png') });
  });

  test('a tampered payload, a wrong key and a lone number are each told as what they are', async () => {
    const read = readClaim(codes[0] ?? '');
    const keyId = Buffer.from(read?.keyId ?? '', 'hex');
    const better = { ...read!.claim, professionalHours: 90 };
    expect(await verdictOf({ text: claimText(keyId, better, read!.signature) })).toMatch(
      /^不是真的.*被改动过/,
    );
    const stranger = certificateCodes(new SigningKeys({ rootKey: randomBytes(32) }), sampleCertificates(1));
    expect(await verdictOf({ text: stranger[0] ?? '' })).toMatch(/^不是真的.*钥匙不是这个基地的/);
    expect(await verdictOf({ text: read!.claim.number })).toMatch(/^不能确认.*只有编号/);
    expect(await verdictOf({ text: 'https://example.com' })).toContain('不能确认');
  });

  test('scanned at the desk it is found; voided and replaced ones are told by the new list', async () => {
    const field = desk.page.getByRole('textbox', { name: '搜索证书' });
    await field.fill(codes[0] ?? '');
    const row = desk.page.getByRole('region', { name: '证书登记簿' }).locator('tbody tr');
    await desk.page.getByText('1 张', { exact: true }).waitFor();
    await row.first().click();
    await desk.button('作废').click();
    await desk.page.getByRole('textbox', { name: '作废原因' }).fill('重名，发错了人');
    await desk.button(/^作废 SL01/).click();
    await desk.told('已作废');
    await desk.closeDrawer();
    await desk.button('证书验证').click();
    const list = await saved('只要作废名单', 'void.json');
    expect(await verdictOf({ text: codes[0] ?? '' })).toContain('有效');
    await checker.locator('input[type=file]').last().setInputFiles(list);
    await checker.getByText('1 个编号').waitFor();
    expect(await verdictOf({ text: codes[0] ?? '' })).toMatch(/^已经作废.*重名，发错了人/);
    expect(await verdictOf({ text: codes[1] ?? '' })).toContain('有效');
    const text = await readFile(list, 'utf8');
    await checker
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        name: 'edited.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text.replace('重名', '没事')),
      });
    await checker.getByText('edited.json：名单被改动过，没有采用。').waitFor();
  });

  test('after the key is renewed, what the old one signed stays valid', async () => {
    await desk.button('更换钥匙').click();
    await desk.page.getByRole('textbox', { name: '更换的原因' }).fill('负责人交接');
    await desk.page.getByRole('dialog').getByRole('button', { name: '更换钥匙' }).click();
    await desk.told('已换成第 2 把钥匙');
    const page = await saved('生成验证页', 'verify-2.html');
    await openOutside(page);
    expect(await verdictOf({ text: codes[1] ?? '' })).toContain('有效');
    expect(await verdictOf({ text: codes[0] ?? '' })).toContain('已经作废');
  });
});
