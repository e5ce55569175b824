import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of attached files. */
export function attachmentsHandlers({ attachments }: Services): Handlers['attachments'] {
  return {
    keep: ({ name, bytes }) => attachments.keep(name, bytes),
    locate: async ({ hash }) => {
      await attachments.read(hash);
      return { url: `/attachments/${hash}` };
    },
    missing: async ({ hashes }) => ({ missing: await attachments.missing(hashes) }),
    search: async ({ query, hashes }) => ({ found: await attachments.search(query, hashes) }),
  };
}
