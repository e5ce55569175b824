import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';

/** The handlers of text files that other programs open. */
export function textsHandlers({ files }: Services): Handlers['texts'] {
  return {
    write: async ({ name, ending, text }) => {
      const file = await files.place(`${name}.${ending}`);
      await replaceFile(file.path, text);
      return describeFile(file);
    },
  };
}
