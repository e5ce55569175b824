import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sampleCertificates } from '../../bench/certificates/sample.ts';
import { codeOf } from '../../electron/services/signing/certificate-codes.ts';
import { SigningKeys } from '../../electron/services/signing/signing-keys.ts';
import { claimText, readClaim } from '../../shared/exchange/proof/claim.ts';
import { codesInPdf } from '../../shared/exchange/proof/verdict.ts';
import { accessibilityViolations } from './accessibility.ts';
import { DeskDriver } from './desk-driver.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { OutsideChecker } from './outside-checker.ts';
import { producedPdfs } from './produced-pdf.ts';

const run = promisify(execFile);

async function saved(desk: DeskDriver, button: string, name: string): Promise<string> {
  const waiting = desk.page.waitForEvent('download');
  await desk.button(button).click();
  const path = join(await mkdtemp(join(tmpdir(), 'proof-')), name);
  await (await waiting).saveAs(path);
  return path;
}

/** The newest PDF of certificates and the codes in it, as many as there are certificates. */
async function printed({ dataFolder }: OpenDesk): Promise<{ pdf: string; codes: string[] }> {
  const pdf = (await producedPdfs(dataFolder)).at(-1) ?? '';
  const codes = codesInPdf(await readFile(pdf));
  expect(codes.length).toBe(13);
  return { pdf, codes };
}

/** The first page of a PDF as a picture, as somebody takes one of a certificate. */
async function photographed(pdf: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proof-'));
  await run('pdftoppm', ['-png', '-r', '150', '-l', '1', pdf, join(folder, 'page')]);
  return join(folder, 'page-01.png');
}

async function openRegister({ desk }: OpenDesk): Promise<void> {
  await desk.go('证书');
  await desk.button('证书验证').click();
}

/** Somebody outside with the page that the base gives out. */
async function checkerOf(opened: OpenDesk): Promise<OutsideChecker> {
  const page = await saved(opened.desk, '生成验证页', 'verify.html');
  await opened.desk.closeDrawer();
  const outside = await OutsideChecker.start();
  onTestFinished(() => outside.close());
  await outside.open(page);
  return outside;
}

describe('a certificate that anyone can check, without the app and without network (第22条)', () => {
  test('is issued with a code that the base signed', async () => {
    const opened = await openDesk('sample');
    const { desk } = opened;
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
    const { pdf, codes } = await printed(opened);
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', await photographed(pdf)]);
    expect(stdout.trimEnd()).toBe(codes[0]);
    await desk.closeDrawer();
  });

  test('the page to check it by is one file that works with the network off', async () => {
    const opened = await openDesk('sample-certified');
    const { desk } = opened;
    const { pdf, codes } = await printed(opened);
    await openRegister(opened);
    await desk.picture('verification-drawer');
    expect(await accessibilityViolations(desk)).toEqual([]);
    const outside = await checkerOf(opened);
    expect(await outside.verdictOf({ file: await photographed(pdf) })).toMatch(/^有效.*签名是真的/);
    expect(await outside.verdictOf({ file: pdf })).toContain('有效');
    expect(await outside.page.getByRole('alert').count()).toBe(13);
    expect(await outside.verdictOf({ text: codes[1] ?? '' })).toContain('有效');
    expect(await accessibilityViolations(new DeskDriver(outside.page, null))).toEqual([]);
    if (process.env.JIDI_PICTURES)
      await outside.page.screenshot({ path: join(process.env.JIDI_PICTURES, 'verifier.png') });
  });

  test('a tampered payload, a wrong key and a lone number are each told as what they are', async () => {
    const opened = await openDesk('sample-certified');
    const { codes } = await printed(opened);
    await openRegister(opened);
    const outside = await checkerOf(opened);
    const read = readClaim(codes[0] ?? '');
    const keyId = Buffer.from(read?.keyId ?? '', 'hex');
    const better = { ...read!.claim, professionalHours: 90 };
    expect(await outside.verdictOf({ text: claimText(keyId, better, read!.signature) })).toMatch(
      /^不是真的.*被改动过/,
    );
    const stranger = new SigningKeys({ rootKey: randomBytes(32) }).signer(1);
    const [sample] = sampleCertificates(1);
    expect(await outside.verdictOf({ text: codeOf(stranger, sample!) })).toMatch(
      /^不是真的.*钥匙不是这个基地的/,
    );
    expect(await outside.verdictOf({ text: read!.claim.number })).toMatch(/^不能确认.*只有编号/);
    expect(await outside.verdictOf({ text: 'https://example.com' })).toContain('不能确认');
  });

  test('scanned at the desk it is found; voided and replaced ones are told by the new list', async () => {
    const opened = await openDesk('sample-certified');
    const { desk } = opened;
    const { codes } = await printed(opened);
    await openRegister(opened);
    const outside = await checkerOf(opened);
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
    const list = await saved(desk, '只要作废名单', 'void.json');
    expect(await outside.verdictOf({ text: codes[0] ?? '' })).toContain('有效');
    await outside.page.locator('input[type=file]').last().setInputFiles(list);
    await outside.page.getByText('1 个编号').waitFor();
    expect(await outside.verdictOf({ text: codes[0] ?? '' })).toMatch(/^已经作废.*重名，发错了人/);
    expect(await outside.verdictOf({ text: codes[1] ?? '' })).toContain('有效');
    const text = await readFile(list, 'utf8');
    await outside.page
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        name: 'edited.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text.replace('重名', '没事')),
      });
    await outside.page.getByText('edited.json：名单被改动过，没有采用。').waitFor();
  });

  test('after the key is renewed, what the old one signed stays valid', async () => {
    const opened = await openDesk('sample-voided');
    const { desk } = opened;
    const { codes } = await printed(opened);
    await openRegister(opened);
    await desk.button('更换钥匙').click();
    await desk.page.getByRole('textbox', { name: '更换的原因' }).fill('负责人交接');
    await desk.page.getByRole('dialog').getByRole('button', { name: '更换钥匙' }).click();
    await desk.told('已换成第 2 把钥匙');
    const outside = await checkerOf(opened);
    expect(await outside.verdictOf({ text: codes[1] ?? '' })).toContain('有效');
    expect(await outside.verdictOf({ text: codes[0] ?? '' })).toContain('已经作废');
  });
});
