import type { Handlers } from '../../shared/contract/host.ts';
import { describePeriod } from '../../shared/domain/base/period.ts';
import type { Services } from '../services/create-services.ts';
import { replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';

/** The handlers of the authority's side. */
export function authorityHandlers({ authority, environment, files, jobs }: Services): Handlers['authority'] {
  return {
    describe: () => authority.describe(),
    rename: async ({ name }) => {
      await authority.rename(name);
      return {};
    },
    addToInbox: async ({ name, bytes }) => {
      await authority.addToInbox(name, bytes);
      return {};
    },
    check: ({ jobId }, context) => jobs.run(jobId, context, (job) => authority.check(job)),
    register: ({ jobId, codes }, context) =>
      jobs.run(jobId, context, async (job) => {
        await authority.register(codes, job);
        return {};
      }),
    take: ({ jobId }, context) => jobs.run(jobId, context, (job) => authority.take(job)),
    takeBack: async ({ run }) => ({ packages: await authority.takeBack(run) }),
    tables: ({ period }) => authority.tables(period),
    writeTables: async ({ period }) => {
      const file = await files.place(`${describePeriod(period)}汇总.xlsx`);
      await authority.writeTables(period, file.path);
      return describeFile(file);
    },
    writeCard: async () => {
      const file = await files.place('主管部门公钥卡.json');
      await replaceFile(file.path, await authority.card());
      return describeFile(file);
    },
    openFolder: async ({ folder }) => {
      await environment.openPath(await authority.folderOf(folder));
      return {};
    },
  };
}
