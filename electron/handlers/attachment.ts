import type { Handlers } from '../../shared/contract/host.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of attached files. */
export function attachmentHandlers({ attachments }: Services): Handlers['attachments'] {
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

/** The handlers of the scanner's folder. */
export function scannerHandlers(
  { scanner }: Services,
  isCancelled: (jobId: string) => boolean,
): Handlers['scanner'] {
  return {
    describe: () => scanner.describe(),
    setFolder: async ({ folder }) => {
      await scanner.setFolder(folder);
      return {};
    },
    take: async ({ jobId, names }, context) => ({
      taken: await scanner.take(names, (done) => {
        if (isCancelled(jobId)) throw refusal('cancelled');
        context.report({ type: 'progress', jobId, done, total: names.length });
      }),
    }),
    setAside: async ({ names }) => {
      await scanner.setAside(names);
      return {};
    },
  };
}
