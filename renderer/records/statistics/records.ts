import type { Period } from '../../../shared/domain/base/statistics.ts';
import { classLinePrefix } from '../../../shared/regulation/ledger-lines.ts';
import type { BaseRecords } from '../../../shared/regulation/statistics.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** Beyond every id. */
const afterAll = '\uffff';

async function linesOf({ rows }: BaseDatabase, classIds: readonly string[]) {
  const lines = await Promise.all(
    classIds.map((id) => {
      const prefix = classLinePrefix(id);
      return rows.ledger
        .where('id')
        .between(prefix, prefix + afterAll)
        .toArray();
    }),
  );
  return lines.flat();
}

/** The records of a base that a period's statistics are counted from; of what has a day, that period's only. */
export async function readRecords(database: BaseDatabase, { from, to }: Period): Promise<BaseRecords> {
  const { rows } = database;
  const sessions = await rows.sessions.where('date').between(from, to, true, true).toArray();
  const classIds = [...new Set(sessions.map(({ classId }) => classId))];
  const [attendance, ledger, classes, learners, employers, runs, versions] = await Promise.all([
    rows.attendance.bulkGet(sessions.map(({ id }) => id)),
    linesOf(database, classIds),
    rows.classes.toArray(),
    rows.learners.toArray(),
    rows.employers.toArray(),
    rows.surveyRuns.toArray(),
    rows.surveyVersions.toArray(),
  ]);
  const contents = new Map(versions.map(({ id, content }) => [id, content]));
  const [outsideEntries, certificates, charges, receipts, fundEntries, trainers] = await Promise.all([
    rows.outsideEntries.toArray(),
    rows.certificates.toArray(),
    rows.charges.toArray(),
    rows.receipts.where('date').between(from, to, true, true).toArray(),
    rows.fundEntries.toArray(),
    rows.trainers.toArray(),
  ]);
  return {
    classes,
    sessions,
    attendance: attendance.flatMap((row) => row ?? []),
    ledger,
    learners,
    employers,
    outsideEntries,
    certificates,
    charges,
    receipts,
    fundEntries,
    trainers,
    surveyRuns: runs.flatMap((run) => {
      const content = contents.get(run.versionId);
      return content ? [{ run, content }] : [];
    }),
  };
}
