import type { Handlers } from '../../shared/contract/host.ts';
import { refusal } from '../../shared/refusals/index.ts';
import { writePackage } from '../services/archives/archive-package.ts';
import { filesOfPackage, inspectFiles } from '../services/archives/inspect-package.ts';
import type { Services } from '../services/create-services.ts';
import { replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';

/** The handlers of volumes: bound, proven, exported, and received from elsewhere. */
export function archivesHandlers({ archives, files, jobs }: Services): Handlers['archives'] {
  return {
    bind: ({ jobId, request }, context) => jobs.run(jobId, context, (job) => archives.bind(request, job)),
    verify: ({ manifest }) => archives.verify(manifest),
    export: ({ jobId, name, form, manifests, catalogue }, context) =>
      jobs.run(jobId, context, async (job) => {
        const file = await files.place(form === 'zip' ? `${name}.zip` : name);
        await writePackage(file.path, form, archives, { manifests, catalogue }, job);
        return describeFile(file);
      }),
    inspect: async ({ source }) => {
      const { files: found, zip } = await filesOfPackage(source);
      return inspectFiles(found, zip);
    },
    receive: async ({ source }) => {
      const { files: found, zip } = await filesOfPackage(source);
      const { findings } = await inspectFiles(found, zip);
      const bad = findings.flatMap(({ files: compared }) =>
        compared.filter(({ state }) => state !== 'whole'),
      );
      if (bad.length > 0) {
        const name = 'path' in source ? source.path : source.name;
        throw refusal('packageDamaged', {
          name,
          files: bad
            .map(({ file }) => file)
            .slice(0, 5)
            .join('、'),
        });
      }
      return { received: await archives.receive(found) };
    },
    open: async ({ name, volume }) => {
      const content = await archives.read(volume.hash, '案卷');
      const file = await files.place(`${name}.pdf`);
      await replaceFile(file.path, content);
      return describeFile(file);
    },
  };
}
