import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of documents of text and tables. */
export function documentsHandlers({ jobs, printing }: Services): Handlers['documents'] {
  return {
    print: ({ jobId, ...asked }, context) =>
      jobs.run(jobId, context, (job) => printing.documents(asked, job)),
  };
}
