import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of certificates on paper. */
export function certificatesHandlers({ jobs, printer, printing }: Services): Handlers['certificates'] {
  return {
    missingCharacters: ({ texts }) => printer.run('missingCharacters', { texts }),
    print: ({ jobId, ...asked }, context) =>
      jobs.run(jobId, context, (job) => printing.certificates(asked, job)),
  };
}
