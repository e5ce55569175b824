import { z } from 'zod';
import { type CivilDate, civilDate } from '../base/civil-date.ts';
import { subjectKind } from '../teaching/course.ts';
import { proofFile } from '../teaching/outside-entry.ts';
import { phone, titleLevel } from './learner.ts';
import { personName } from './person-name.ts';
import type { SealedText } from './sealed-text.ts';

/** The two axes of 第23条. */
export const employments = { fullTime: '专职', partTime: '兼职' } as const;
export type Employment = keyof typeof employments;
export const origins = { inRegion: '区内', outOfRegion: '区外' } as const;
export type Origin = keyof typeof origins;

/** A qualification of a trainer, as a teacher's or an expert's certificate. */
const trainerCertificate = z.object({
  title: z.string().trim().min(2, '请填写证书名称').max(60),
  number: z.string().trim().max(60),
  /** The last day it is valid; null where it does not expire. */
  expiresOn: civilDate.nullable(),
  proof: proofFile.nullable(),
});
export type TrainerCertificate = z.infer<typeof trainerCertificate>;

/** Who a trainer is, where nobody has registered the person as a learner. */
const trainerPerson = z.object({
  name: personName,
  employerName: z.string().trim().max(80),
  title: z.string().trim().max(40),
  titleLevel,
  phone,
});
export type TrainerPerson = z.infer<typeof trainerPerson>;

/** A bank account to pay fees to: digits, as the bank prints them. */
const bankAccount = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^(\d{8,32})?$/, '银行账号应为 8–32 位数字'));

const trainerFacts = z.object({
  employment: z.enum(['fullTime', 'partTime']),
  origin: z.enum(['inRegion', 'outOfRegion']),
  /** What he or she can teach about, in the words of plans and topics. */
  fields: z.array(z.string().trim().min(1).max(30)).max(20, '专业领域最多 20 个'),
  subjects: z.array(subjectKind),
  certificates: z.array(trainerCertificate).max(20),
  photo: proofFile.nullable(),
  bankName: z.string().trim().max(60),
  bankAccount,
  note: z.string().trim().max(300),
  /** The last day in the base's service; null while it lasts. */
  leftOn: civilDate.nullable(),
});

/**
 * A trainer as a form or a sheet gives one. A person is one record: where a learner is the same person,
 * name, employer, title and phone stand there and `person` is null.
 */
export const trainerDetails = trainerFacts
  .extend({ person: trainerPerson.nullable(), learnerId: z.uuid().nullable() })
  .refine(({ person, learnerId }) => (person === null) !== (learnerId === null), {
    path: ['person'],
    message: '请填写姓名，或从学员中选择',
  });
export type TrainerDetails = z.infer<typeof trainerDetails>;

export interface Trainer extends Omit<TrainerDetails, 'person' | 'bankAccount'> {
  id: string;
  person: (Omit<TrainerPerson, 'phone'> & { phone: SealedText | null }) | null;
  bankAccount: SealedText | null;
  /** Names borne before: sessions taught then still say them. */
  formerNames: string[];
}

/** A trainer under the name and title that stand in his or her one record. */
export interface NamedTrainer extends Trainer {
  name: string;
  employerName: string;
  title: string;
  titleLevel: TrainerPerson['titleLevel'];
}

/** Whether a trainer was in the base's service on a day. */
export function isInService({ leftOn }: Pick<Trainer, 'leftOn'>, day: CivilDate): boolean {
  return leftOn === null || leftOn >= day;
}

/** The certificates that have run out by a day. */
export function expiredOn(certificates: readonly TrainerCertificate[], day: CivilDate): TrainerCertificate[] {
  return certificates.filter(({ expiresOn }) => expiresOn !== null && expiresOn < day);
}

/** A trainer as they are told apart: by name and employer, however it is spaced; a namesake elsewhere is another person. */
export function trainerKey({ name, employerName }: Pick<TrainerPerson, 'name' | 'employerName'>): string {
  return `${name}#${employerName.normalize('NFKC').replace(/\s+/g, '')}`;
}
