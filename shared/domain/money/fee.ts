import { z } from 'zod';
import { oneOf } from '../base/one-of.ts';
import { fen } from './money.ts';

/** What a learner pays for. */
export const feeKinds = {
  training: '培训费',
  textbook: '教材费',
  board: '食宿费',
  certificate: '证书费',
  other: '其他收费',
} as const;
export type FeeKind = keyof typeof feeKinds;

/** What a standard is per. */
export const feeUnits = { person: '元/人', hour: '元/学时', day: '元/天' } as const;
export type FeeUnit = keyof typeof feeUnits;

/** Names a fee item: two items of one class or notice never share all three. */
export const feeName = z.object({
  kind: oneOf(feeKinds),
  title: z.string().trim().min(2, '收费项目名称至少 2 个字').max(40),
  unit: oneOf(feeUnits),
});
export type FeeName = z.infer<typeof feeName>;

/** A fee item with its standard and the document it rests on (第22条). */
const feeItem = feeName
  .extend({
    /** For one unit. */
    standardFen: fen,
    basis: z.string().trim().max(120),
  })
  .refine(({ standardFen, basis }) => standardFen === 0 || basis.length >= 2, {
    path: ['basis'],
    message: '请填写收费依据，例如文号',
  });
export type FeeItem = z.infer<typeof feeItem>;

/** What a fee item is told apart by. */
export function feeKey({ kind, title, unit }: FeeName): string {
  return `${kind}|${unit}|${title}`;
}

export const feeItems = z
  .array(feeItem)
  .max(20, '收费项目不能超过 20 项')
  .refine((items) => new Set(items.map(feeKey)).size === items.length, '同一个收费项目写了两次，请合并');
