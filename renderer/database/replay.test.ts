import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { Refusal } from '../../shared/refusals/index.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  sessionOn,
  setUp,
} from '../../tests/support/desk.ts';
import { recordResults } from '../records/assessments/result-commands.ts';
import { markAttendance } from '../records/attendance/mark-commands.ts';
import { matchWalkIn, recordWalkIn } from '../records/attendance/walk-in-commands.ts';
import { issueCertificates, voidCertificate } from '../records/certificates/certificate-commands.ts';
import { enrolLearners, withdrawLearner } from '../records/classes/enrolment-commands.ts';
import { mergeLearners } from '../records/learners/merge-command.ts';
import type { BaseStore } from './base-store.ts';
import { computeProof, differingTables, entryOf } from './content-proof.ts';
import { bringLedgerUpToDate } from './ledger/rebuild-ledger.ts';
import { replay } from './replay.ts';
import { tableNames } from './rows.ts';

async function contentOf(database: BaseStore): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    tableNames.map(async (name) => [name, await database.table(name).toArray()]),
  );
  return Object.fromEntries(tables);
}

interface World {
  desk: Desk;
  classId: string;
  sessionIds: string[];
  learnerIds: string[];
}

async function newWorld(): Promise<World> {
  const desk = await openDesk();
  await setUp(desk);
  const of = await openClassWith(
    desk,
    ['2026-10-10', '2026-10-17'].map((date) => sessionOn(date)),
  );
  const learnerIds = await addLearners(desk, 4);
  const sessions = await desk.database.rows.sessions.where('classId').equals(of.id).sortBy('date');
  return { desk, classId: of.id, sessionIds: sessions.map(({ id }) => id), learnerIds };
}

type Act = (world: World) => Promise<unknown>;
const learner = fc.nat(3);
const session = fc.nat(1);
const status = fc.constantFrom('present', 'late', 'leave', 'absent', null);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  learner.map<Act>(
    (l) =>
      ({ desk, classId, learnerIds }) =>
        desk.execute(enrolLearners, { classId, learnerIds: [learnerIds[l]!] }),
  ),
  learner.map<Act>(
    (l) =>
      ({ desk, classId, learnerIds }) =>
        desk.execute(withdrawLearner, { classId, learnerId: learnerIds[l]! }),
  ),
  fc.tuple(learner, session, status).map<Act>(
    ([l, s, mark]) =>
      ({ desk, sessionIds, learnerIds }) =>
        desk.execute(markAttendance, {
          sessionId: sessionIds[s]!,
          marks: [{ learnerId: learnerIds[l]!, status: mark }],
        }),
  ),
  fc.tuple(learner, fc.nat(100)).map<Act>(
    ([l, score]) =>
      ({ desk, classId, learnerIds }) =>
        desk.execute(recordResults, {
          classId,
          results: [{ learnerId: learnerIds[l]!, which: 'first', result: { kind: 'score', score } }],
        }),
  ),
  fc.tuple(learner, session).map<Act>(([l, s]) => async ({ desk, sessionIds, learnerIds }) => {
    const walkInId = await desk.execute(recordWalkIn, { sessionId: sessionIds[s]!, name: '来客', note: '' });
    await desk.execute(matchWalkIn, { sessionId: sessionIds[s]!, walkInId, learnerId: learnerIds[l]! });
  }),
  learner.map<Act>(
    (l) =>
      ({ desk, classId, learnerIds }) =>
        desk.execute(issueCertificates, { classId, learnerIds: [learnerIds[l]!] }),
  ),
  fc.nat(5).map<Act>((c) => async ({ desk }) => {
    const certificate = (await desk.database.rows.certificates.toArray())[c];
    if (certificate) await desk.execute(voidCertificate, { id: certificate.id, reason: '试' });
  }),
  fc.tuple(learner, learner).map<Act>(
    ([a, b]) =>
      ({ desk, learnerIds }) =>
        desk.execute(mergeLearners, { keepId: learnerIds[a]!, duplicateId: learnerIds[b]! }),
  ),
);

test('whatever is done, the journal replayed into an empty database gives the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 40 }), async (acts) => {
      const world = await newWorld();
      for (const act of acts) {
        await act(world).catch((thrown: unknown) => {
          if (!(thrown instanceof Refusal) || thrown.code === 'internal') throw thrown;
        });
      }
      const { database } = world.desk;
      const entries = await database.rows.journal.toArray();
      const copy = await openDesk();
      // Through text, as a file would carry them.
      await replay(
        copy.database,
        entries.map((entry) => JSON.parse(JSON.stringify(entryOf(entry))) as JournalEntry),
      );
      await bringLedgerUpToDate(copy.database);
      expect(await contentOf(copy.database)).toEqual(await contentOf(database));
      const proofs = await Promise.all(
        [database, copy.database].map(async (one) => [
          (await one.rows.proofs.get('content'))?.tables,
          await computeProof(one),
        ]),
      );
      for (const proof of proofs.flat()) expect(differingTables(proof!, proofs[0]![0]!)).toEqual([]);

      const numbers = (await database.rows.certificates.orderBy('number').toArray()).map(
        ({ number }) => number,
      );
      expect(numbers).toEqual(numbers.map((_, index) => `SL01-2026-${String(index + 1).padStart(6, '0')}`));
    }),
    { numRuns: 15 },
  );
});

test('an entry that does not follow is refused', async () => {
  const world = await newWorld();
  const [first, , third] = await world.desk.database.rows.journal.toArray();
  const copy = await openDesk();
  await expect(replay(copy.database, [first!, third!])).rejects.toThrow('does not follow');
});
