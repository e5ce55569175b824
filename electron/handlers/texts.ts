import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { diskFailure } from '../services/disk-failure.ts';
import { describeFile } from '../services/files/produced-files.ts';
import { writeAtomically } from '../services/write-atomically.ts';

/** The handlers of text files that other programs open. */
export function textsHandlers({ files }: Services): Handlers['texts'] {
  return {
    write: async ({ name, ending, text }) => {
      const file = await files.place(`${name}.${ending}`);
      await writeAtomically(file.path, text).catch((thrown: unknown) => {
        throw diskFailure(file.path, thrown);
      });
      return describeFile(file);
    },
  };
}
