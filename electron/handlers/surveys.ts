import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';

/** The handlers of ballot boxes and of the forms that are filled without network. */
export function surveysHandlers({ ballotBoxes, surveyForms, files }: Services): Handlers['surveys'] {
  return {
    open: (form) => ballotBoxes.open(form),
    state: async ({ runId }) => ({ state: await ballotBoxes.state(runId) }),
    issueCodes: ({ runId, count }) => ballotBoxes.issueCodes(runId, count),
    checkCode: async ({ runId, code }) => {
      await ballotBoxes.checkCode(runId, code);
      return {};
    },
    cast: ({ runId, form }) => ballotBoxes.cast(runId, form),
    castRows: ({ runId, source, rows }) => ballotBoxes.castRows(runId, source, rows),
    savePile: ({ runId, pile }) => ballotBoxes.savePile(runId, pile),
    removePile: ({ runId, pileId }) => ballotBoxes.removePile(runId, pileId),
    castPile: ({ runId, pileId }) => ballotBoxes.castPile(runId, pileId),
    inspectFiles: async ({ runId, files: uploaded }) => ({
      files: await ballotBoxes.inspectFiles(runId, uploaded),
    }),
    castFiles: ({ runId, files: uploaded }) => ballotBoxes.castFiles(runId, uploaded),
    writeForm: async ({ runId, title }) => {
      const { form, publicKey } = await ballotBoxes.formOf(runId);
      const page = await surveyForms.pageOf(form, publicKey);
      const file = await files.place(`${title}.html`, randomUUID());
      await replaceFile(file.path, page);
      return describeFile(file);
    },
    shut: ({ runId }) => ballotBoxes.shut(runId),
    empty: ({ runId, lot }) => ballotBoxes.empty(runId, lot),
  };
}
