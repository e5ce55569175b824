import type { SafeStorage } from 'electron';
import type { SystemKeyring } from './services/keys/account-locks.ts';

/** The system's keyring through Electron; its synchronous calls are gone in Electron 46. */
export function systemKeyring(
  safeStorage: Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync'>,
): SystemKeyring {
  return {
    seal: (bytes) => safeStorage.encryptStringAsync(bytes.toString('base64')),
    open: async (bytes) => Buffer.from((await safeStorage.decryptStringAsync(bytes)).result, 'base64'),
  };
}
