import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of the scanner's folder. */
export function scannerHandlers({ scanner, jobs }: Services): Handlers['scanner'] {
  return {
    describe: () => scanner.describe(),
    setFolder: async ({ folder }) => {
      await scanner.setFolder(folder);
      return {};
    },
    take: ({ jobId, names }, context) =>
      jobs.run(jobId, context, async (job) => ({ taken: await scanner.take(names, job) })),
    setAside: async ({ names }) => {
      await scanner.setAside(names);
      return {};
    },
  };
}
