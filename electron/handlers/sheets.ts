import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { describeFile } from '../services/files/produced-files.ts';
import { writeWorkbook } from '../services/sheets/write-sheet.ts';

/** The handlers of sheets that are read and written. */
export function sheetsHandlers({ files, jobs, reading }: Services): Handlers['sheets'] {
  return {
    read: ({ jobId, name, bytes }, context) =>
      jobs.run(jobId, context, ({ signal }) => reading.run('sheets', { name, bytes }, { signal })),
    write: async ({ name, more, ...first }) => {
      const file = await files.place(`${name}.xlsx`);
      const sheets = [first, ...more].map(({ sheet, ...content }) => ({ name: sheet, ...content }));
      await writeWorkbook(file.path, sheets);
      return describeFile(file);
    },
  };
}
