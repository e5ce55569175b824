import { z } from 'zod';
import { oneOf } from '../base/one-of.ts';
import { creditCode } from './credit-code.ts';
import { regionCode } from './region.ts';
import { sealedText } from './sealed-text.ts';

export const employerKinds = {
  government: '机关',
  institution: '事业单位',
  enterprise: '企业',
  association: '社会团体',
  other: '其他',
} as const;

const spaceBesideHan = /(?<=[\p{Script=Han}（）])[\s\u3000]+|[\s\u3000]+(?=[\p{Script=Han}（）])/gu;

/** An employer's name as it is compared: trimmed, brackets full-width, no spaces in Chinese. */
export function normalizeEmployerName(text: string): string {
  return text
    .trim()
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replace(spaceBesideHan, '')
    .replace(/\s+/g, ' ');
}

export const employerDetails = z.object({
  name: z.string().transform(normalizeEmployerName).pipe(z.string().min(2, '单位名称至少 2 个字').max(80)),
  creditCode: creditCode.nullable(),
  regionCode: regionCode.nullable(),
  kind: oneOf(employerKinds).nullable(),
  ownership: z.enum(['public', 'nonPublic']).nullable(),
  contact: z.string().trim().max(60),
});

/** 第8条 asks for particular care of those outside public ownership. */
export const ownerships = { public: '公有', nonPublic: '非公有' } as const;

const employer = employerDetails.extend({
  id: z.uuid(),
  /** Of the contact; sealed like every phone. */
  contactPhone: sealedText.nullable(),
  /** Why a credit code that fails its check is taken all the same: some early codes do. Empty where it passes. */
  creditCodeReason: z.string(),
});
export type Employer = z.infer<typeof employer>;
