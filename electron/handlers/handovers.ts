import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';
import { newHandoverCode, writeClassFile, writeMarksFile } from '../services/handovers/handover-files.ts';
import { handoverEndings } from '../services/handovers/shared-folder.ts';

/** The handlers of classes and marks that go between the machines of one base. */
export function handoversHandlers({ files, reading, sharedFolder, jobs }: Services): Handlers['handovers'] {
  const bytesOf = async ({ name, bytes }: { name: string; bytes: Uint8Array | null }) =>
    bytes ?? (await sharedFolder.read(name));
  const produce = async (name: string, content: Buffer) => {
    const file = await files.place(name);
    await replaceFile(file.path, content);
    const isShared = (await sharedFolder.chosen()) !== null;
    if (isShared) await sharedFolder.put(file.name, content);
    return { file: describeFile(file), isShared };
  };
  return {
    makeClass: async ({ name, content }) => {
      const code = newHandoverCode();
      const made = await produce(`${name}${handoverEndings.class}`, await writeClassFile(content, code));
      return { ...made, code };
    },
    openClass: ({ jobId, source, code }, context) =>
      jobs.run(jobId, context, async ({ signal }) =>
        reading.run('classFile', { name: source.name, bytes: await bytesOf(source), code }, { signal }),
      ),
    makeMarks: ({ name, content, key }) =>
      produce(`${name}${handoverEndings.marks}`, writeMarksFile(content, key)),
    openMarks: ({ jobId, source, keys }, context) =>
      jobs.run(jobId, context, async ({ signal }) =>
        reading.run('marksFile', { name: source.name, bytes: await bytesOf(source), keys }, { signal }),
      ),
    folder: () => sharedFolder.describe(),
    setFolder: async ({ folder }) => {
      await sharedFolder.setFolder(folder);
      return {};
    },
  };
}
