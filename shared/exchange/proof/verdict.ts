import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { bytesOfHex } from '../../domain/base/hex.ts';
import { type CertificateClaim, readClaim } from './claim.ts';
import {
  type SigningKey,
  signedListBytes,
  type VoidedNumber,
  type VoidListContent,
  voidList,
  voidListContent,
} from './void-list.ts';

/** Whether a signature is of this message by this key; all as bytes. */
export type VerifySignature = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

export type ReadList =
  | { ok: true; content: VoidListContent }
  /** Why the list says nothing. */
  | { ok: false; why: string };

/**
 * A list that was handed out, as far as it is the base's own.
 * @param trusted the keys the page was made with: a list that brings only its own proves nothing
 */
export function readVoidList(
  text: string,
  trusted: readonly SigningKey[],
  verify: VerifySignature,
): ReadList {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, why: '不是作废名单文件' };
  }
  const list = voidList.safeParse(raw);
  if (!list.success) return { ok: false, why: '不是作废名单文件' };
  const key = trusted.find(({ id }) => id === list.data.keyId);
  if (!key) return { ok: false, why: '不是这个基地的名单' };
  const { content, signature } = list.data;
  if (!verify(bytesOfHex(signature), signedListBytes(content), bytesOfHex(key.publicKey))) {
    return { ok: false, why: '名单被改动过' };
  }
  const parsed = voidListContent.safeParse(JSON.parse(content));
  return parsed.success ? { ok: true, content: parsed.data } : { ok: false, why: '名单的格式不认识' };
}

/** The answers that are kept apart; a doubt is never `valid`. */
export type Verdict =
  | { kind: 'valid'; claim: CertificateClaim; asOf: CivilDate }
  | { kind: 'void'; claim: CertificateClaim; voided: VoidedNumber }
  | { kind: 'unclear'; claim: CertificateClaim | null; why: string }
  | { kind: 'forged'; why: string };

/**
 * Whether a certificate is in force, by what its code says and the base's list of void numbers.
 * @param text of the QR code
 * @param list null where there is none
 */
export function judgeCode(
  text: string,
  trusted: readonly SigningKey[],
  list: VoidListContent | null,
  today: CivilDate,
  verify: VerifySignature,
): Verdict {
  const read = readClaim(text.trim());
  if (!read) return { kind: 'unclear', claim: null, why: '没有读到证书的验证码，或读得不完整，请重新扫描。' };
  const { claim } = read;
  const key = trusted.find(({ id }) => id === read.keyId);
  if (!key) {
    return { kind: 'forged', why: '签名的钥匙不是这个基地的：证书不是本基地发的，或本页面太旧。' };
  }
  if (!verify(read.signature, read.signed, bytesOfHex(key.publicKey))) {
    return { kind: 'forged', why: '内容和签名对不上：证书的内容被改动过。' };
  }
  if (claim.issueDate < key.from || (key.until !== null && claim.issueDate > key.until)) {
    return { kind: 'forged', why: '签名的钥匙在发证那天没有在用：证书不是那天签发的。' };
  }
  const voided = list?.voided.find(({ number }) => number === claim.number);
  if (voided) return { kind: 'void', claim, voided };
  if (!list) {
    return { kind: 'unclear', claim, why: '签名是真的，但没有作废名单，不知道有没有作废。' };
  }
  if (claim.issueDate > list.asOf) {
    return {
      kind: 'unclear',
      claim,
      why: `签名是真的，但作废名单是 ${chineseDate(list.asOf)} 的，早于发证日期，请取最新的名单。`,
    };
  }
  if (today > list.goodUntil) {
    return {
      kind: 'unclear',
      claim,
      why: `签名是真的，但作废名单是 ${chineseDate(list.asOf)} 的，已经过期，请取最新的名单。`,
    };
  }
  return { kind: 'valid', claim, asOf: list.asOf };
}

/** What a number by itself tells: only that it is void, never that it is valid. */
export function judgeNumber(
  number: string,
  list: VoidListContent | null,
): Verdict | { kind: 'voidNumber'; voided: VoidedNumber } {
  const voided = list?.voided.find((one) => one.number === number.trim());
  if (voided) return { kind: 'voidNumber', voided };
  return { kind: 'unclear', claim: null, why: '只有编号不能确认证书是真的，请扫描证书上的二维码。' };
}

/** Every code in a PDF that the app made: each page holds its own in clear. */
export function codesInPdf(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return [
    ...new Set([...text.matchAll(/\/JXProof \((JX1[0-9A-Z $%*+\-./:]+)\)/g)].map(([, code = '']) => code)),
  ];
}
