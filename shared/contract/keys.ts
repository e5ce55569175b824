import { z } from 'zod';
import { escrow, keyLock, password } from '../domain/base/account.ts';

const person = z.object({ id: z.uuid(), name: z.string().min(1) });
const session = z.uuid();
const nothing = z.object({});

/** What a sign-in gives the page: the key of personal data, and a session that outlives a reload. */
const openedKeys = z.object({
  session,
  accountId: z.uuid(),
  keyId: z.string(),
  key: z.instanceof(Uint8Array),
});
export type OpenedKeys = z.infer<typeof openedKeys>;

/** Sign-in and the base's key, which the host keeps. */
export const keysContract = {
  describe: {
    input: nothing,
    output: z.object({
      state: z.enum(['none', 'ready', 'damaged']),
      accounts: z.array(person),
      /** The key behind the recovery code, to keep with the data. */
      recovery: z.object({ keyId: z.string(), lock: keyLock }).nullable(),
    }),
  },
  /** Makes the base's key with its first account. */
  found: {
    input: z.object({ person, password }),
    output: openedKeys.extend({ recoveryCode: z.string() }),
  },
  signIn: { input: z.object({ accountId: z.uuid(), password: z.string() }), output: openedKeys },
  resume: { input: z.object({ session }), output: z.object({ opened: openedKeys.nullable() }) },
  leave: { input: z.object({ session }), output: nothing },
  /** An account's first password, or another after the first was forgotten. */
  setPassword: { input: z.object({ session, person, password }), output: nothing },
  changePassword: { input: z.object({ session, current: z.string(), password }), output: nothing },
  removeAccount: { input: z.object({ session, accountId: z.uuid() }), output: nothing },
  renewRecovery: {
    input: z.object({ session }),
    output: z.object({ recoveryCode: z.string() }),
  },
  /** Opens the key by the recovery code and gives an account a new password. */
  recover: {
    input: z.object({ code: z.string(), kept: escrow.nullable(), person, password }),
    output: openedKeys,
  },
} as const;
