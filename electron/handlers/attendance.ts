import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { describeFile } from '../services/files/produced-files.ts';

/** The handlers of attendance on paper. */
export function attendanceHandlers({ files, jobs, printer }: Services): Handlers['attendance'] {
  return {
    printSignInSheet: ({ jobId, name, sheet }, context) =>
      jobs.run(jobId, context, async ({ signal }) => {
        const file = await files.place(`${name}.pdf`);
        const { pages } = await printer.run('signInSheet', { path: file.path, sheet }, { signal });
        return { file: describeFile(file), pages };
      }),
  };
}
