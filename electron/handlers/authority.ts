import { writeFile } from 'node:fs/promises';
import type { HandlerContext, Handlers } from '../../shared/contract/host.ts';
import { describePeriod } from '../../shared/domain/base/period.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';
import { describeFile } from './print-jobs.ts';

/**
 * The handlers of the authority's side.
 * @param cancelled the jobs somebody stopped; between two packages is where they end
 */
export function authorityHandlers(
  { authority, environment, files }: Services,
  cancelled: Set<string>,
): Handlers['authority'] {
  const telling =
    (jobId: string, { report }: HandlerContext) =>
    (done: number, total: number) => {
      if (cancelled.delete(jobId)) throw refusal('cancelled');
      report({ type: 'progress', jobId, done, total });
    };
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
    check: ({ jobId }, context) => authority.check(telling(jobId, context)),
    register: async ({ jobId, codes }, context) => {
      await authority.register(codes, telling(jobId, context));
      return {};
    },
    take: ({ jobId }, context) => authority.take(telling(jobId, context)),
    takeBack: async ({ run }) => ({ packages: await authority.takeBack(run) }),
    tables: ({ period }) => authority.tables(period),
    writeTables: async ({ period }) => {
      const file = await files.place(`${describePeriod(period)}汇总.xlsx`);
      await authority.writeTables(period, file.path);
      return describeFile(file);
    },
    writeCard: async () => {
      const file = await files.place('主管部门公钥卡.json');
      await writeFile(file.path, await authority.card());
      return describeFile(file);
    },
    openFolder: async ({ folder }) => {
      await environment.openPath(await authority.folderOf(folder));
      return {};
    },
  };
}
