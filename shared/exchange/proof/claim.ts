import { z } from 'zod';
import { civilDate } from '../../domain/base/civil-date.ts';
import { hexOf } from '../../domain/base/hex.ts';
import { fromBase45, toBase45 } from './base45.ts';

/** What a certificate says of itself to whoever scans it: the least that tells it from another. */
const certificateClaim = z.object({
  number: z.string().min(1).max(60),
  learnerName: z.string().min(1).max(80),
  /** Never whole: a QR code is read by anyone. */
  maskedDocument: z.string().max(40),
  classTitle: z.string().max(120),
  startDate: civilDate,
  endDate: civilDate,
  generalHours: z.number().int().min(0),
  professionalHours: z.number().int().min(0),
  issueDate: civilDate,
  /** The number of the one it corrects; empty where it corrects none. */
  replaces: z.string().max(60),
});
export type CertificateClaim = z.infer<typeof certificateClaim>;

/** First in every code, so that a scanner's burst is known for what it is. */
export const claimPrefix = 'JX1';

/** A key's id: the first bytes of the SHA-256 of the public key. */
export const keyIdBytes = 8;
const signatureBytes = 64;
const separator = '\u001f';

const utf8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

function fieldsOf(claim: CertificateClaim): string {
  return [
    claim.number,
    claim.learnerName,
    claim.maskedDocument,
    claim.classTitle,
    claim.startDate,
    claim.endDate,
    String(claim.generalHours),
    String(claim.professionalHours),
    claim.issueDate,
    claim.replaces,
  ]
    .map((field) => field.replaceAll(separator, ' '))
    .join(separator);
}

function claimOf(fields: string): CertificateClaim | null {
  const parts = fields.split(separator);
  const [number, learnerName, maskedDocument, classTitle, startDate, endDate, general, professional] = parts;
  const parsed = certificateClaim.safeParse({
    number,
    learnerName,
    maskedDocument,
    classTitle,
    startDate,
    endDate,
    generalHours: Number(general),
    professionalHours: Number(professional),
    issueDate: parts[8],
    replaces: parts[9],
  });
  return parts.length === 10 && parsed.success ? parsed.data : null;
}

/** What is signed: said to be a certificate of this format, so that no other signature passes for one. */
export function signedBytes(keyId: Uint8Array, claim: CertificateClaim): Uint8Array {
  const head = utf8.encode(`继续教育基地/证书/1${separator}`);
  const fields = utf8.encode(fieldsOf(claim));
  const bytes = new Uint8Array(head.length + keyId.length + fields.length);
  bytes.set(head);
  bytes.set(keyId, head.length);
  bytes.set(fields, head.length + keyId.length);
  return bytes;
}

/** The text of the QR code. */
export function claimText(keyId: Uint8Array, claim: CertificateClaim, signature: Uint8Array): string {
  const fields = utf8.encode(fieldsOf(claim));
  const bytes = new Uint8Array(keyIdBytes + signatureBytes + fields.length);
  bytes.set(keyId);
  bytes.set(signature, keyIdBytes);
  bytes.set(fields, keyIdBytes + signatureBytes);
  return claimPrefix + toBase45(bytes);
}

export interface ReadClaim {
  /** Hexadecimal. */
  keyId: string;
  claim: CertificateClaim;
  signature: Uint8Array;
  signed: Uint8Array;
}

/** What a QR code says, its signature not yet looked at; null where it is no certificate's. */
export function readClaim(text: string): ReadClaim | null {
  const bytes = text.startsWith(claimPrefix) ? fromBase45(text.slice(claimPrefix.length)) : null;
  if (!bytes || bytes.length <= keyIdBytes + signatureBytes) return null;
  const keyId = bytes.slice(0, keyIdBytes);
  const signature = bytes.slice(keyIdBytes, keyIdBytes + signatureBytes);
  try {
    const claim = claimOf(utf8.decode(bytes.slice(keyIdBytes + signatureBytes)));
    return claim && { keyId: hexOf(keyId), claim, signature, signed: signedBytes(keyId, claim) };
  } catch {
    return null;
  }
}
