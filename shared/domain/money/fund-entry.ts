import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';
import { oneOf } from '../base/one-of.ts';
import { fundSource } from './fund-source.ts';
import { fen } from './money.ts';

/** Money of a class that no learner was charged: given for it, or spent on it. */
export const fundDirections = { grant: '拨款资助', spending: '支出' } as const;
export type FundDirection = keyof typeof fundDirections;

export const spendingCategories = {
  trainers: '师资费',
  venue: '场地设备费',
  textbooks: '教材资料费',
  board: '食宿费',
  travel: '交通费',
  other: '其他支出',
} as const;
export type SpendingCategory = keyof typeof spendingCategories;

export const fundEntryDetails = z
  .object({
    classId: z.uuid(),
    direction: z.enum(['grant', 'spending']),
    date: civilDate,
    /** Who bears it (第5条). */
    source: fundSource,
    category: oneOf(spendingCategories).nullable(),
    amountFen: fen.min(1, '金额应大于 0'),
    party: z.string().trim().min(2, '请填写对方单位或个人').max(80),
    note: z.string().trim().max(200),
    /** The trainer whose fee it is. */
    trainerId: z.uuid().nullable(),
  })
  .refine(({ direction, category }) => (direction === 'spending') === (category !== null), {
    path: ['category'],
    message: '支出须选择用途',
  })
  .refine(({ trainerId, category }) => !trainerId || category === 'trainers', {
    path: ['trainerId'],
    message: '付给教师的课酬应记为师资费',
  });
type FundEntryDetails = z.infer<typeof fundEntryDetails>;

export interface FundEntry extends FundEntryDetails {
  id: string;
  at: string;
  by: string;
}
