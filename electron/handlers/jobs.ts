import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of long work. */
export function jobsHandlers({ jobs }: Services): Handlers['jobs'] {
  return {
    cancel: async ({ jobId }) => {
      jobs.cancel(jobId);
      return {};
    },
  };
}
