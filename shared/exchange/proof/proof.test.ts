import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../../domain/base/hex.ts';
import { fromBase45, toBase45 } from './base45.ts';
import { type CertificateClaim, claimText, readClaim, signedBytes } from './claim.ts';
import { judgeCode, judgeNumber, readVoidList, type VerifySignature } from './verdict.ts';
import { type SigningKey, signedListBytes, type VoidListContent } from './void-list.ts';

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const verifySignature: VerifySignature = (signature, message, publicKey) =>
  verify(
    null,
    message,
    { key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' },
    signature,
  );

function newKey(about: Partial<SigningKey> = {}): { key: SigningKey; id: Buffer; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const id = createHash('sha256').update(raw).digest().subarray(0, 8);
  const key = { id: hexOf(id), publicKey: hexOf(raw), from: '2017-02-01', until: null, ...about };
  return { key, id, privateKey };
}

const claim: CertificateClaim = {
  number: 'NMG01-2026-000001',
  learnerName: '其其格·乌兰',
  maskedDocument: '150102********4321',
  classTitle: '测绘地理信息新技术研修班',
  startDate: '2026-09-05',
  endDate: '2026-09-26',
  generalHours: 4,
  professionalHours: 12,
  issueDate: '2026-10-08',
  replaces: '',
};

const signer = newKey();
const codeOf = (of: CertificateClaim, { id, privateKey } = signer) =>
  claimText(id, of, sign(null, signedBytes(id, of), privateKey));

const content: VoidListContent = {
  format: 'jidi-void-list',
  version: 1,
  baseName: '示例基地',
  baseCode: 'SL01',
  asOf: '2026-11-01',
  goodUntil: '2026-12-02',
  keys: [signer.key],
  voided: [
    { number: 'V-1', state: 'void', on: '2026-10-20', reason: '姓名有误', replacedBy: '' },
    { number: 'V-2', state: 'void', on: '2026-10-21', reason: '', replacedBy: '' },
    { number: 'R-1', state: 'replaced', on: '2026-10-22', reason: '', replacedBy: 'R-2' },
  ],
};
const signedList = (of: VoidListContent, { key, privateKey } = signer) => {
  const text = JSON.stringify(of);
  return JSON.stringify({
    content: text,
    keyId: key.id,
    signature: hexOf(sign(null, signedListBytes(text), privateKey)),
  });
};

const today = '2026-11-24';
const judge = (text: string, list: VoidListContent | null = content, keys = [signer.key], day = today) =>
  judgeCode(text, keys, list, day, verifySignature);

test('base 45 brings every byte back, in the characters a QR code packs', () => {
  expect(toBase45(Buffer.from('Hello!!'))).toBe('%69 VD92EX0');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = toBase45(bytes);
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]*$/);
      expect(fromBase45(text)).toEqual(bytes);
    }),
  );
  for (const wrong of ['A', 'abc', ':::', 'ZZ']) expect(fromBase45(wrong)).toBeNull();
});

test('a code says what the certificate does', () => {
  expect(readClaim(codeOf(claim))).toMatchObject({ keyId: signer.key.id, claim });
  expect(codeOf(claim).length).toBeLessThan(400);
});

describe('three answers are kept apart; a doubt is never valid', () => {
  test('signed by the base, and on no list of void ones: valid', () => {
    expect(judge(codeOf(claim))).toEqual({ kind: 'valid', claim, asOf: '2026-11-01' });
  });

  test.each([
    ['V-1', '姓名有误'],
    ['V-2', ''],
  ])('%s is void, with its reason, an empty one included', (number, reason) => {
    const voided = { ...claim, number };
    expect(judge(codeOf(voided))).toMatchObject({ kind: 'void', claim: voided, voided: { reason } });
  });

  test('one that was replaced is void and says by which', () => {
    expect(judge(codeOf({ ...claim, number: 'R-1' }))).toMatchObject({
      kind: 'void',
      voided: { replacedBy: 'R-2' },
    });
  });

  test('an old list still says that one is void', () => {
    expect(judge(codeOf({ ...claim, number: 'V-1' }), content, [signer.key], '2027-06-01').kind).toBe('void');
  });

  test.each<[string, () => ReturnType<typeof judge>, string]>([
    ['without a list', () => judge(codeOf(claim), null), '没有作废名单'],
    [
      'with a list from before it was issued',
      () => judge(codeOf({ ...claim, issueDate: '2026-11-20' })),
      '早于发证日期',
    ],
    [
      'with a list that has run out',
      () => judge(codeOf(claim), content, [signer.key], '2026-12-03'),
      '已经过期',
    ],
    ['of another code', () => judge('https://example.com/1'), '没有读到证书的验证码'],
    ['of a code cut short', () => judge(codeOf(claim).slice(0, 60)), '没有读到证书的验证码'],
  ])('%s it can’t be told', (_, act, why) => {
    const verdict = act();
    expect(verdict.kind).toBe('unclear');
    expect((verdict as { why: string }).why).toContain(why);
  });

  test('a number by itself is known to be void, never to be valid', () => {
    expect(judgeNumber('V-2', content)).toMatchObject({ kind: 'voidNumber' });
    expect(judgeNumber('NMG01-2026-000001', content).kind).toBe('unclear');
    expect(judgeNumber('V-2', null).kind).toBe('unclear');
  });
});

describe('what the base did not sign is refused with the right reason', () => {
  test('another’s key', () => {
    expect(judge(codeOf(claim, newKey()))).toMatchObject({
      kind: 'forged',
      why: expect.stringContaining('钥匙不是这个基地的'),
    });
  });

  test('any character of the code changed', () => {
    const text = codeOf(claim);
    for (let at = 3; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(['forged', 'unclear']).toContain(judge(changed).kind);
    }
  });

  test('better marks under the same signature', () => {
    const { id, privateKey } = signer;
    const signature = sign(null, signedBytes(id, claim), privateKey);
    const better = claimText(id, { ...claim, professionalHours: 90 }, signature);
    expect(judge(better)).toMatchObject({ kind: 'forged', why: expect.stringContaining('被改动过') });
  });

  test('a key that did not sign on that day; what it signed while it did stays valid', () => {
    const old = newKey({ until: '2026-10-31' });
    const text = codeOf(claim, old);
    expect(judge(text, content, [old.key, signer.key]).kind).toBe('valid');
    const later = codeOf({ ...claim, issueDate: '2026-11-01' }, old);
    expect(judge(later, content, [old.key, signer.key])).toMatchObject({
      kind: 'forged',
      why: expect.stringContaining('没有在用'),
    });
  });
});

describe('a list of void numbers is the base’s own or nothing', () => {
  const read = (text: string) => readVoidList(text, [signer.key], verifySignature);

  test('signed by the base it is read', () => {
    expect(read(signedList(content))).toEqual({ ok: true, content });
  });

  test.each<[string, string, string]>([
    ['with a number taken out', signedList(content).replace('V-1', 'V-9'), '名单被改动过'],
    ['of another base', signedList(content, newKey()), '不是这个基地的名单'],
    ['that is none', '[]', '不是作废名单文件'],
    ['that is no JSON', 'hello', '不是作废名单文件'],
  ])('one %s is not', (_, text, why) => expect(read(text)).toEqual({ ok: false, why }));
});
