import { expect, test } from 'vitest';
import { withDefaultSettings } from '../../../shared/domain/base/base.ts';
import { defaultArchiveParts } from '../../../shared/domain/teaching/archive-part.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { sessionDetails } from '../../../shared/domain/teaching/session.ts';
import { expectRows, openWhatWasLeft } from '../../../tests/support/old-database.ts';
import { version4 } from './version-4.ts';

const session = {
  id: '01990000-0000-7000-8000-000000000003',
  classId: '01990000-0000-7000-8000-000000000001',
  date: '2026-03-07',
  startTime: '09:00',
  endTime: '12:00',
  counting: 'minutes',
  minutes: 180,
  subjectKind: 'professional',
  topic: '',
  mode: 'inPerson',
  place: '一教室',
  trainerName: '高教授',
  makesUpFor: null,
};

/** What version 4 wrote: no roster, no archive, a closed class that was never filed. */
const rows = {
  base: [{ id: 'base', profile: { name: '示例基地' }, settings: { receiptNumberPattern: 'R{序号:6}' } }],
  classes: [{ id: session.classId, title: '老班', closed: { at: '2026-06-01T00:00:00.000Z', by: '周老师' } }],
  sessions: [session],
  fundEntries: [{ id: 'fund-1', classId: session.classId, category: 'trainers', amountFen: 800_00 }],
};

const openWhatVersion4Left = () => openWhatWasLeft(4, version4, rows);

test('what version 4 left opens, keeps every row, and has an answer to what later versions ask', async () => {
  const database = await openWhatVersion4Left();
  await expectRows(database, rows);
  for (const table of [
    'trainers',
    'appointments',
    'trainerScores',
    'facilities',
    'attachments',
    'filings',
    'loans',
  ]) {
    expect(await database.table(table).count()).toBe(0);
  }
  const { settings } = withDefaultSettings((await database.rows.base.get('base'))!);
  expect(settings).toMatchObject({ receiptNumberPattern: 'R{序号:6}', archiveParts: defaultArchiveParts });
  expect(sessionDetails.parse(session)).not.toHaveProperty('trainerIds');
  const [of] = (await database.rows.classes.toArray()) as TrainingClass[];
  expect([of?.filed, of?.supplement]).toEqual([undefined, undefined]);
  expect(await database.rows.classes.where('filed.at').above('').count()).toBe(0);
  database.close();
});

test.each([
  ['classes', 'filed.at'],
  ['fundEntries', 'trainerId'],
  ['trainers', 'learnerId'],
  ['appointments', 'number'],
  ['trainerScores', 'classId'],
  ['facilities', 'kind'],
  ['attachments', 'hash'],
  ['filings', 'classId'],
  ['loans', 'filingId'],
])('%s are found by the index over %s', async (table, index) => {
  const database = await openWhatVersion4Left();
  expect(database.table(table).schema.idxByName[index]?.name).toBe(index);
  database.close();
});
