import { z } from 'zod';
import { actor } from './actor.ts';

/** Someone who may sign in; the password is kept by the host alone. */
export const accountDetails = actor;
const account = accountDetails.extend({
  id: z.uuid(),
  /** An account that left keeps its name in the history and can't sign in. */
  active: z.boolean(),
  /** ISO instant of the last password set or reset; null before the first. */
  passwordSetAt: z.iso.datetime().nullable(),
});
export type Account = z.infer<typeof account>;

export const password = z.string().min(8, '密码至少 8 位').max(200, '密码最多 200 位');

/** A key that a secret opens: scrypt over the secret, AES-256-GCM over the key. Bytes in Base64. */
export const keyLock = z.object({
  salt: z.base64(),
  /** scrypt's N. A file from elsewhere may not ask for more than 256 MB and a second a guess. */
  cost: z
    .number()
    .int()
    .min(1024)
    .max(2 ** 18)
    .refine((cost) => Number.isInteger(Math.log2(cost)), '不是 2 的幂'),
  wrapped: z.base64(),
});
export type KeyLock = z.infer<typeof keyLock>;

/**
 * The base's key behind the recovery code, kept with the data itself: where the host's key file is
 * lost, data and recovery sheet are enough.
 */
export const escrow = z.object({ id: z.literal('recovery'), keyId: z.string(), lock: keyLock });
export type Escrow = z.infer<typeof escrow>;
