import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateKeyOf } from '../../../shared/domain/teaching/outside-entry.ts';
import { Refusal } from '../../../shared/refusals/index.ts';
import { expectedLedger, keptLedger } from '../../../tests/support/expected-ledger.ts';
import { anyAct, newWorld } from '../../../tests/support/random-work.ts';
import type { BaseDatabase } from '../base-database.ts';
import { computeProof, differingTables } from '../content-proof.ts';
import { bringLedgerUpToDate } from './rebuild-ledger.ts';

async function tablesOf({ rows }: BaseDatabase) {
  return {
    learners: await rows.learners.toArray(),
    classes: await rows.classes.toArray(),
    sessions: await rows.sessions.toArray(),
    attendance: await rows.attendance.toArray(),
    outsideEntries: await rows.outsideEntries.toArray(),
    ledger: await rows.ledger.toArray(),
    learnerYears: await rows.learnerYears.toArray(),
    employerYears: await rows.employerYears.toArray(),
  };
}

test('after thousands of random commands, lines, years and counts are what a count from scratch gives', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 100, maxLength: 160 }), async (acts) => {
      const world = await newWorld();
      const { database } = world.desk;
      for (const [index, act] of acts.entries()) {
        await act(world).then(
          () => {
            done += 1;
          },
          (thrown: unknown) => {
            if (!(thrown instanceof Refusal) || thrown.code === 'internal') throw thrown;
          },
        );
        if (index % 10 !== 9) continue;
        const tables = await tablesOf(database);
        expect(keptLedger(tables)).toEqual(expectedLedger(tables));
      }
      const kept = await tablesOf(database);
      const proof = (await database.rows.proofs.get('content'))!.tables;
      expect(differingTables(await computeProof(database), proof)).toEqual([]);
      // Built anew it is the same, row by row, and so is its proof.
      await bringLedgerUpToDate(database);
      expect(await tablesOf(database)).toEqual(kept);
      expect(differingTables((await database.rows.proofs.get('content'))!.tables, proof)).toEqual([]);
    }),
    { numRuns: 16 },
  );
  expect(done).toBeGreaterThan(1000);
  // Some twenty seconds at a desk; a busy machine may take several times as long.
}, 600_000);

test('the key of a certificate knows no width, case or space', () => {
  const key = certificateKeyOf({ issuer: '示例市 科协', certificateNumber: 'ab－００1' });
  expect(key).toBe(certificateKeyOf({ issuer: '示例市科协', certificateNumber: 'AB 001' }));
});
