import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of backups. */
export function backupsHandlers({ backups, restores, keyring }: Services): Handlers['backups'] {
  return {
    list: () => backups.list(),
    make: async ({ reason }) => ({ name: await backups.make(reason) }),
    makeDue: async () => ({ made: await backups.makeDue() }),
    setSecondPlace: async ({ folder }) => {
      await backups.setSecondPlace(folder);
      return {};
    },
    setPassphrase: async ({ session, passphrase }) => {
      await keyring.setPassphrase(session, passphrase);
      return {};
    },
    inspect: ({ source, secret }) => restores.inspect(source, secret),
    restore: async ({ source, secret, actor }) => ({ undo: await restores.restore(source, secret, actor) }),
    planMend: async () => {
      const { payloads, highestSeen, backup } = await restores.planMend();
      return { recovered: payloads.length, lost: Math.max(0, highestSeen - payloads.length), backup };
    },
    mend: async () => ({ sequence: await restores.mend() }),
  };
}
