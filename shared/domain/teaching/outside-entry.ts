import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';
import { hex32Bytes } from '../base/hex.ts';
import { oneOf } from '../base/one-of.ts';
import { subjectKind } from './course.ts';
import { way } from './way.ts';

/** Who vouches for hours earned elsewhere. */
export const issuerKinds = {
  otherBase: '其他继续教育基地',
  platform: '继续教育公共服务平台',
  other: '其他单位',
} as const;
export type IssuerKind = keyof typeof issuerKinds;

/**
 * A scanned proof as the host keeps it: sealed, found by the hash of its content. Its own name is not
 * kept: people name scans by ID numbers.
 */
export const proofFile = z.object({
  hash: hex32Bytes,
  bytes: z.number().int().min(1, '证明文件是空的'),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
});
export type ProofFile = z.infer<typeof proofFile>;

/** Hours earned elsewhere, as their proof states them (第12条). */
export const outsideEntryDetails = z.object({
  learnerId: z.uuid(),
  kind: subjectKind,
  /** Of 第12条; null for general hours, which come from no way. */
  way: way.nullable(),
  title: z.string().trim().min(2, '请写明学了什么').max(120),
  issuer: z.string().trim().min(2, '请填写出具证明的单位').max(80),
  issuerKind: oneOf(issuerKinds),
  certificateNumber: z.string().trim().max(60),
  /** The last day of what it proves: its civil year is the year the hours count in. */
  date: civilDate,
  hours: z.number().int('学时应为整数').min(1, '学时至少为 1').max(500, '学时不能超过 500'),
});
export type OutsideEntryDetails = z.infer<typeof outsideEntryDetails>;

export interface OutsideEntry extends OutsideEntryDetails {
  id: string;
  /** Without it the hours do not count yet. */
  proof: ProofFile | null;
  /** Issuer and number as they are compared; empty where there is no number. */
  certificateKey: string;
  /** The date again while there is no proof: what still waits for one is counted by it. Null with a proof. */
  unprovenDate: string | null;
  /** ISO instant. */
  at: string;
  by: string;
}

/** Issuer and number of a certificate as they are compared: width, case and spaces make no other one. */
export function certificateKeyOf({
  issuer,
  certificateNumber,
}: Pick<OutsideEntryDetails, 'issuer' | 'certificateNumber'>): string {
  const tidy = (text: string) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\-—–]/g, '');
  const number = tidy(certificateNumber);
  return number === '' ? '' : `${tidy(issuer)}#${number}`;
}
