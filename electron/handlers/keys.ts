import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of sign-in and of the base's key. */
export function keysHandlers({ keyring }: Services): Handlers['keys'] {
  return {
    describe: async () => {
      const reading = await keyring.read();
      if (reading.kind !== 'ready') return { state: reading.kind, accounts: [], recovery: null };
      const { accounts, keyId, recovery } = reading.keys;
      return {
        state: reading.kind,
        accounts: accounts.map(({ id, name }) => ({ id, name })),
        recovery: { keyId, lock: recovery },
      };
    },
    found: ({ person, password }) => keyring.found(person, password),
    signIn: ({ accountId, password }) => keyring.signIn(accountId, password),
    resume: async ({ session }) => ({ opened: keyring.resume(session) }),
    leave: async ({ session }) => {
      keyring.leave(session);
      return {};
    },
    setPassword: async ({ session, person, password }) => {
      await keyring.setPassword(session, person, password);
      return {};
    },
    changePassword: async ({ session, current, password }) => {
      await keyring.changePassword(session, current, password);
      return {};
    },
    removeAccount: async ({ session, accountId }) => {
      await keyring.removeAccount(session, accountId);
      return {};
    },
    renewRecovery: ({ session }) => keyring.renewRecovery(session),
    recover: ({ code, kept, person, password }) =>
      keyring.recover(code, kept?.lock ?? null, person, password),
  };
}
