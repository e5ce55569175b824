import type { Handlers } from '../../shared/contract/host.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';

async function openWith(open: (path: string) => Promise<void>, path: string): Promise<void> {
  await open(path).catch(() => {
    throw refusal('cannotOpen', { path });
  });
}

/** The handlers of files that the app has made. */
export function filesHandlers({ environment, files }: Services): Handlers['files'] {
  return {
    open: async ({ fileId, name }) => {
      await openWith(environment.openPath, await files.pathOf(fileId, name));
      return {};
    },
    reveal: async ({ fileId, name }) => {
      await openWith(environment.revealPath, await files.pathOf(fileId, name));
      return {};
    },
  };
}
