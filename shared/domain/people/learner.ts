import { z } from 'zod';
import { oneOf } from '../base/one-of.ts';
import { mongolianText } from '../certificates/mongolian-text.ts';
import { proofFile } from '../teaching/outside-entry.ts';
import { identityDocument } from './identity-document.ts';
import { personName } from './person-name.ts';

export const sexes = { male: '男', female: '女' } as const;
export const sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof sex>;

/** 初级 stands for 助理级 or 员级 where a sheet does not say which. */
export const titleLevels = {
  senior: '正高',
  associateSenior: '副高',
  intermediate: '中级',
  junior: '初级',
  assistant: '助理级',
  technician: '员级',
  none: '无',
} as const;
export type TitleLevel = keyof typeof titleLevels;
export const titleLevel = oneOf(titleLevels);

export const phone = z
  .string()
  .regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|\d{7,8})$/, '联系电话应为 11 位手机号或带区号的座机号')
  .or(z.literal(''));

/** What a person or a sheet says of a learner; the rest is derived. */
export const learnerDetails = z.object({
  name: personName,
  sex,
  ethnicity: z.string().trim().max(20),
  document: identityDocument,
  employerId: z.uuid().nullable(),
  department: z.string().trim().max(60),
  titleSeries: z.string().trim().max(40),
  title: z.string().trim().max(40),
  titleLevel,
  education: z.string().trim().max(20),
  phone,
  /** For certificates in two scripts; empty where nobody has given it. */
  mongolianName: mongolianText,
  photo: proofFile.nullable(),
});
export type LearnerDetails = z.infer<typeof learnerDetails>;

const learner = learnerDetails.extend({
  id: z.uuid(),
  /** The base's own number for the person, for cards and barcodes: eight digits. */
  number: z.string(),
  /** Documents held before, or of a merged duplicate. */
  formerDocuments: z.array(identityDocument),
});
export type Learner = z.infer<typeof learner>;

/** The learner number with this serial: eight digits, no check digit of any document. */
export function learnerNumber(serial: number): string {
  return String(10_000_000 + serial);
}
