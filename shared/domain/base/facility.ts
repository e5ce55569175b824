import { z } from 'zod';
import { readIsbn } from '../teaching/isbn.ts';
import { proofFile } from '../teaching/outside-entry.ts';
import { type CivilDate, civilDate } from './civil-date.ts';

/** What a base has to have (第21条): places, equipment, textbooks, people and rules. */
export const facilityKinds = {
  organisation: '机构文件',
  rule: '管理制度',
  staff: '管理人员',
  premises: '场所',
  room: '教室',
  equipment: '设施设备',
  textbook: '教材',
} as const;
export type FacilityKind = keyof typeof facilityKinds;

const name = z.string().trim().min(2, '名称至少 2 个字').max(80);
const text = (length: number) => z.string().trim().max(length);

/** What each kind states beside its name. */
const kinds = [
  z.object({ kind: z.literal('organisation'), documentNumber: text(60) }),
  z.object({ kind: z.literal('rule'), documentNumber: text(60) }),
  z.object({
    kind: z.literal('staff'),
    position: z.string().trim().min(2, '请填写岗位').max(40),
    phone: text(20),
  }),
  z.object({
    kind: z.literal('premises'),
    address: text(120),
    squareMetres: z.number().min(0).max(1_000_000).nullable(),
    tenure: z.enum(['owned', 'rented', 'lent']),
  }),
  z.object({
    kind: z.literal('room'),
    premises: text(80),
    capacity: z.number().int('容纳人数应为整数').min(1, '容纳人数至少为 1').max(5000),
  }),
  z.object({
    kind: z.literal('equipment'),
    quantity: z.number().int('数量应为整数').min(1, '数量至少为 1').max(100_000),
    location: text(80),
  }),
  z.object({
    kind: z.literal('textbook'),
    edition: text(40),
    author: text(60),
    publisher: text(60),
    isbn: z
      .string()
      .trim()
      .refine((written) => written === '' || readIsbn(written) !== null, 'ISBN 校验不符，请核对')
      .transform((written) => readIsbn(written) ?? ''),
    /** Who recommends it (第25条); empty where nobody does. */
    recommendedBy: text(80),
  }),
] as const;

const common = z.object({
  name,
  note: text(300),
  /** The last day it served; null while it does. */
  endedOn: civilDate.nullable(),
  proof: proofFile.nullable(),
});

export const facilityDetails = z.intersection(common, z.discriminatedUnion('kind', [...kinds]));
export type FacilityDetails = z.infer<typeof facilityDetails>;

export type Facility = FacilityDetails & { id: string };
export type FacilityOf<Kind extends FacilityKind> = Extract<z.infer<(typeof kinds)[number]>, { kind: Kind }> &
  z.infer<typeof common> & { id: string };

export const tenures = { owned: '自有', rented: '租用', lent: '借用' } as const;

/** Whether something still serves the base on a day. */
export function servesOn({ endedOn }: Pick<Facility, 'endedOn'>, day: CivilDate): boolean {
  return endedOn === null || endedOn >= day;
}

/** A textbook as lists and archives name it: `《继续教育读本》第2版，某出版社，ISBN …`. */
export function describeTextbook({ name: title, edition, publisher, isbn }: FacilityOf<'textbook'>): string {
  return [`《${title.replace(/^《|》$/g, '')}》${edition}`, publisher, isbn && `ISBN ${isbn}`]
    .filter(Boolean)
    .join('，');
}

/** One facility in a line: what distinguishes it beside its name. */
export function describeFacility(facility: Facility): string {
  switch (facility.kind) {
    case 'organisation':
    case 'rule':
      return facility.documentNumber;
    case 'staff':
      return facility.position;
    case 'premises':
      return [
        facility.address,
        facility.squareMetres === null ? '' : `${facility.squareMetres} 平方米`,
        tenures[facility.tenure],
      ]
        .filter(Boolean)
        .join('，');
    case 'room':
      return [facility.premises, `容纳 ${facility.capacity} 人`].filter(Boolean).join('，');
    case 'equipment':
      return [`${facility.quantity} 件`, facility.location].filter(Boolean).join('，');
    case 'textbook':
      return [
        facility.edition,
        facility.author,
        facility.publisher,
        facility.isbn && `ISBN ${facility.isbn}`,
        facility.recommendedBy && '推荐教材',
      ]
        .filter(Boolean)
        .join('，');
  }
}
