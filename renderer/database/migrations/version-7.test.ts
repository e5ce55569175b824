import { expect, test } from 'vitest';
import { expectRows, openWhatWasLeft } from '../../../tests/support/old-database.ts';
import { version6 } from './version-6.ts';

/** What version 6 wrote: it sent nothing to anybody. */
const rows = {
  base: [{ id: 'base', profile: { name: '示例基地' }, settings: { passMark: 70 } }],
  printRuns: [{ id: 'run', certificateIds: ['a', 'b'] }],
};

test('what version 6 left opens, keeps every row, and has sent nothing yet', async () => {
  const database = await openWhatWasLeft(6, version6, rows);
  await expectRows(database, rows);
  expect(await database.rows.authorities.count()).toBe(0);
  expect(await database.rows.handovers.where('classId').equals('c').count()).toBe(0);
  expect(await database.rows.markClaims.where('classId').equals('c').count()).toBe(0);
  expect(await database.rows.submissions.count()).toBe(0);
  expect(await database.rows.submissions.where('period.to').aboveOrEqual('2026-01-01').count()).toBe(0);
  database.close();
});
