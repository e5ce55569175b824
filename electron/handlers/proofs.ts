import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of scanned proofs. */
export function proofsHandlers({ proofs }: Services): Handlers['proofs'] {
  return {
    keep: ({ name, bytes }) => proofs.keep(name, bytes),
    locate: async ({ hash }) => {
      await proofs.read(hash);
      return { url: `/proofs/${hash}` };
    },
    missing: async ({ hashes }) => ({ missing: await proofs.missing(hashes) }),
  };
}
