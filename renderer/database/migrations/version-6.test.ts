import { expect, test } from 'vitest';
import { withDefaultSettings } from '../../../shared/domain/base/base.ts';
import { planLineDetails } from '../../../shared/domain/teaching/plan.ts';
import { isFounded } from '../../../shared/regulation/plan-evidence.ts';
import { expectRows, openWhatWasLeft } from '../../../tests/support/old-database.ts';
import { version5 } from './version-5.ts';

const line = {
  id: '01990000-0000-7000-8000-000000000001',
  year: 2026,
  title: '知识更新',
  subjectKind: 'professional',
  audience: '工程技术人员',
  hours: 30,
  classes: 1,
  people: 50,
  firstMonth: '2026-03',
  lastMonth: '2026-06',
  trainer: '',
  feeFen: 0,
  fundSource: 'employer',
  changes: [],
  dropped: null,
};

/** What version 5 wrote: a plan without evidence, valuations that were typed in, no survey. */
const rows = {
  base: [{ id: 'base', profile: { name: '示例基地' }, settings: { passMark: 70 } }],
  planLines: [line],
  trainerScores: [
    { id: 'score', trainerId: 't', classId: 'c', score: 92.5, answers: 30, date: '2026-10-01' },
  ],
};

const openWhatVersion5Left = () => openWhatWasLeft(5, version5, rows);

test('what version 5 left opens, keeps every row, and has an answer to what version 6 asks', async () => {
  const database = await openWhatVersion5Left();
  await expectRows(database, rows);
  for (const table of [
    'surveys',
    'surveyVersions',
    'surveyRuns',
    'surveyAnswers',
    'improvementTasks',
    'certificateDesigns',
    'designVersions',
    'printers',
  ]) {
    expect(await database.table(table).count()).toBe(0);
  }
  const { settings } = withDefaultSettings((await database.rows.base.get('base'))!);
  expect(settings).toMatchObject({ passMark: 70, improvementBelowMean: 3.5 });
  const [stored] = await database.rows.planLines.toArray();
  expect(isFounded(stored!, new Map())).toBe(false);
  expect(planLineDetails.parse(stored).evidence).toEqual({ runIds: [], stated: '' });
  database.close();
});

test.each([
  ['surveyVersions', 'surveyId'],
  ['surveyRuns', 'versionId'],
  ['surveyRuns', 'classId'],
  ['surveyRuns', 'aboutClassId'],
  ['surveyRuns', 'year'],
  ['surveyAnswers', 'classId'],
  ['improvementTasks', 'planLineId'],
  ['designVersions', 'designId'],
])('%s are found by the index over %s', async (table, index) => {
  const database = await openWhatVersion5Left();
  expect(database.table(table).schema.idxByName[index]?.name).toBe(index);
  database.close();
});
