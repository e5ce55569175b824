import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';

/** A delivery of preprinted blanks with serials of their own, as `内A000101` to `内A000600`. */
export const blankDelivery = z
  .object({
    prefix: z
      .string()
      .trim()
      .max(20, '前缀最多 20 个字符')
      .regex(/^\D*$/, '前缀里不要有数字，数字写在起止号里'),
    digits: z.number().int().min(1).max(12, '编号最多 12 位数字'),
    first: z.number().int('起号应为整数').min(0),
    last: z.number().int('止号应为整数').min(0),
    receivedOn: civilDate,
  })
  .refine(({ first, last }) => first <= last, { path: ['last'], message: '止号不能小于起号' })
  .refine(({ first, last }) => last - first < 100_000, {
    path: ['last'],
    message: '一次最多登记 10 万张',
  })
  .refine(({ last, digits }) => String(last).length <= digits, {
    path: ['digits'],
    message: '位数比止号的位数少',
  });
export type BlankDelivery = z.infer<typeof blankDelivery>;

/** What became of the blanks of one delivery; what is in neither list is left. */
export interface BlankStock extends BlankDelivery {
  id: string;
  /** By serial: the certificate printed on it. */
  used: Record<string, { number: string; at: string; by: string }>;
  spoiled: Record<string, { reason: string; at: string; by: string }>;
}

/** A blank as it is printed on the paper. */
export function blankNumber({ prefix, digits }: BlankDelivery, serial: number): string {
  return prefix + String(serial).padStart(digits, '0');
}
