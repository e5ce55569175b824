import { z } from 'zod';
import type { CivilDate } from '../base/civil-date.ts';
import { oneOf } from '../base/one-of.ts';
import { type ResidentIdFault, readResidentId } from './resident-id.ts';

export const documentKinds = {
  residentId: '居民身份证',
  residencePermit: '港澳台居民居住证',
  hongKongMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  passport: '护照',
  foreignPermanentResidentId: '外国人永久居留身份证',
} as const;

export type DocumentKind = keyof typeof documentKinds;
const documentKind = oneOf(documentKinds);

export const identityDocument = z.object({ kind: documentKind, number: z.string().min(1) });
export type IdentityDocument = z.infer<typeof identityDocument>;

export type DocumentFault = 'empty' | 'format' | ResidentIdFault;

export type DocumentReading =
  | { ok: true; document: IdentityDocument; birthDate: CivilDate | null; sex: 'male' | 'female' | null }
  | { ok: false; fault: DocumentFault };

const freeFormats: Record<'hongKongMacaoPermit' | 'taiwanPermit' | 'passport', RegExp> = {
  hongKongMacaoPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanPermit: /^(\d{8}|\d{10})$/,
  passport: /^[A-Z0-9]{5,17}$/,
};

const firstDigits: Partial<Record<DocumentKind, RegExp>> = {
  residentId: /^[1-8]/,
  residencePermit: /^8[123]/,
  foreignPermanentResidentId: /^9/,
};

/**
 * Document numbers as they are compared and stored: full-width forms narrowed, upper case,
 * without spaces, apostrophes and invisible characters.
 */
export function tidyDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'‘’`\u200b-\u200f\u2060\ufeff]/g, '')
    .toUpperCase();
}

/** The kind meant by a number whose kind is not stated: by its first digits, else a resident ID. */
export function inferDocumentKind(text: string): DocumentKind {
  const number = tidyDocumentNumber(text);
  if (/^8[123]\d{15}[\dX]$/.test(number)) return 'residencePermit';
  if (/^9\d{16}[\dX]$|^[A-Z]{3}\d{12}$/.test(number)) return 'foreignPermanentResidentId';
  return 'residentId';
}

/** Whether a document of this kind carries a check digit; one without is typed twice. */
export function hasCheckDigit(document: IdentityDocument): boolean {
  return (
    document.kind === 'residentId' ||
    document.kind === 'residencePermit' ||
    (document.kind === 'foreignPermanentResidentId' && document.number.length === 18)
  );
}

/** Reads a document number of a stated kind and what it says of its holder. */
export function readDocument(kind: DocumentKind, text: string, today: CivilDate): DocumentReading {
  const number = tidyDocumentNumber(text);
  if (number === '') return { ok: false, fault: 'empty' };
  if (kind === 'hongKongMacaoPermit' || kind === 'taiwanPermit' || kind === 'passport') {
    if (!freeFormats[kind].test(number)) return { ok: false, fault: 'format' };
    return { ok: true, document: { kind, number }, birthDate: null, sex: null };
  }
  if (kind === 'foreignPermanentResidentId' && /^[A-Z]{3}\d{12}$/.test(number)) {
    return { ok: true, document: { kind, number }, birthDate: null, sex: null };
  }
  const reading = readResidentId(number, today);
  if (!reading.ok) return reading;
  if (firstDigits[kind]?.test(reading.number) === false) return { ok: false, fault: 'format' };
  return {
    ok: true,
    document: { kind, number: reading.number },
    birthDate: reading.birthDate,
    sex: reading.sex,
  };
}

/** What makes two records one person: document kind and number. */
export function identityKey(document: IdentityDocument): string {
  return `${document.kind}:${document.number}`;
}

/** `150102199001011230` as `150102********1230`; short numbers keep only their last four. */
export function maskDocumentNumber(number: string): string {
  const shown = number.length >= 15 ? 6 : 0;
  return number.slice(0, shown) + '*'.repeat(Math.max(0, number.length - shown - 4)) + number.slice(-4);
}
