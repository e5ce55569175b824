import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of what the host is. */
export function appHandlers({ environment }: Services): Handlers['app'] {
  return {
    describe: async () => ({
      host: environment.host,
      mode: environment.mode,
      version: environment.version,
      dataFolder: environment.dataFolder,
    }),
  };
}
