import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { describe, expect, test } from 'vitest';
import { drawnByFirst, sampleCertificates } from '../../../bench/certificates/sample.ts';
import { hexOf } from '../../../shared/domain/base/hex.ts';
import { readClaim } from '../../../shared/exchange/proof/claim.ts';
import { codesInPdf, judgeCode } from '../../../shared/exchange/proof/verdict.ts';
import { printingFonts as fonts } from '../../../tests/support/fonts.ts';
import { writeCertificates } from '../pdf/certificates/certificates.ts';
import { codedCertificates, codeOf } from './certificate-codes.ts';
import { SigningKeys } from './signing-keys.ts';

hashes.sha512 = sha512;
const run = promisify(execFile);
const quiet = { onPage: () => undefined };
const rootKey = randomBytes(32);
const keys = new SigningKeys({ rootKey });

describe('the base’s keys', () => {
  test('follow from the root key, another each generation', () => {
    const first = keys.publicKey(1);
    expect(new SigningKeys({ rootKey }).publicKey(1)).toEqual(first);
    expect(keys.publicKey(2).publicKey).not.toEqual(first.publicKey);
    expect(new SigningKeys({ rootKey: randomBytes(32) }).publicKey(1).publicKey).not.toEqual(first.publicKey);
  });

  test('what they sign another library verifies, and the same is signed the same', () => {
    const signer = keys.signer(1);
    const message = Buffer.from('证书');
    expect(verify(signer.sign(message), message, signer.publicKey)).toBe(true);
    expect(signer.sign(message)).toEqual(signer.sign(message));
  });
});

describe('the code on a certificate', () => {
  const snapshots = sampleCertificates(3);
  const certificates = codedCertificates(keys, snapshots);
  const codes = certificates.map(({ code }) => code);

  test('holds no whole document number, whatever is printed in words', () => {
    const code = codeOf(keys.signer(1), { ...snapshots[0]!, documentNumber: '150203198512310045' });
    expect(readClaim(code)?.claim.maskedDocument).toBe('150203********0045');
  });

  test('is read off the printed page by an independent reader, and is valid', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'code-'));
    const path = join(folder, 'out.pdf');
    await writeCertificates(path, fonts, certificates, quiet, drawnByFirst);
    const { publicKey, id } = keys.publicKey(1);
    const trusted = [{ id: hexOf(id), publicKey: hexOf(publicKey), from: '2017-02-01', until: null }];
    await run('pdftoppm', ['-png', '-r', '200', path, join(folder, 'page')]);
    for (const [index, code] of codes.entries()) {
      const { stdout } = await run('zbarimg', ['--quiet', '--raw', join(folder, `page-${index + 1}.png`)]);
      expect(stdout.trimEnd()).toBe(code);
      const list = {
        format: 'jidi-void-list' as const,
        version: 1 as const,
        baseName: '',
        baseCode: '',
        asOf: '2026-11-01',
        goodUntil: '2026-12-01',
        keys: trusted,
        voided: [],
      };
      const verdict = judgeCode(stdout, trusted, list, '2026-11-24', verify);
      expect(verdict).toMatchObject({ kind: 'valid', claim: { number: snapshots[index]?.number } });
    }
  });

  test('stands in the PDF in clear, so that a file can be checked; the same input is the same file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'code-'));
    const [first, second] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
    await writeCertificates(first, fonts, certificates, quiet, drawnByFirst);
    await writeCertificates(second, fonts, certificates, quiet, drawnByFirst);
    const bytes = await readFile(first);
    expect(codesInPdf(bytes)).toEqual(codes);
    expect(bytes.equals(await readFile(second))).toBe(true);
  });
});
