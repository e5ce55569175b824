import { expect, test } from 'vitest';
import { withDefaultSettings } from '../../../shared/domain/base/base.ts';
import { classDetails, type TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { feeItemsOfPlanLine, type PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { expectRows, openWhatWasLeft } from '../../../tests/support/old-database.ts';
import { version3 } from './version-3.ts';

/** What version 3 wrote: no organiser kind, no fees, a plan line without the basis of its fee. */
const rows = {
  base: [{ id: 'base', profile: { name: '示例基地' }, settings: { lockAfterMinutes: 15 } }],
  classes: [
    {
      id: '01990000-0000-7000-8000-000000000001',
      number: '2026-01',
      title: '老班',
      courseId: '01990000-0000-7000-8000-000000000002',
      content: '新技术',
      organiser: '示例基地',
      place: '',
      mode: 'inPerson',
      responsibleTeacher: '',
      capacity: null,
      attendanceThresholdPercent: 80,
      passMark: 60,
      planLineId: null,
      startDate: null,
      endDate: null,
    },
  ],
  planLines: [{ id: 'line-1', year: 2026, title: '知识更新', feeFen: 600_00, changes: [], dropped: null }],
};

const openWhatVersion3Left = () => openWhatWasLeft(3, version3, rows);

test('what version 3 left opens, keeps every row, and has an answer to what later versions ask', async () => {
  const database = await openWhatVersion3Left();
  await expectRows(database, rows);
  for (const table of ['charges', 'receipts', 'fundEntries', 'notices']) {
    expect(await database.table(table).count()).toBe(0);
  }
  const { settings } = withDefaultSettings((await database.rows.base.get('base'))!);
  expect(settings).toMatchObject({ receiptNumberPattern: 'S{代码}-{年份}-{序号:6}', dayArrangements: [] });
  const [of] = (await database.rows.classes.toArray()) as TrainingClass[];
  expect(classDetails.parse(of)).toMatchObject({
    organiserKind: 'base',
    contractor: '',
    isPublicBenefit: false,
    fundSource: 'learner',
  });
  const [line] = (await database.rows.planLines.toArray()) as PlanLine[];
  expect(feeItemsOfPlanLine(line!)).toMatchObject([{ standardFen: 600_00, basis: '' }]);
  database.close();
});

test.each([
  ['classes', 'organiserKind'],
  ['charges', 'owedFen'],
  ['charges', 'employerId'],
  ['receipts', 'date'],
  ['receipts', 'chargeIds'],
  ['receipts', 'refundOf'],
  ['notices', 'version'],
])('%s are found by the index over %s', async (table, index) => {
  const database = await openWhatVersion3Left();
  expect(database.table(table).schema.idxByName[index]?.name).toBe(index);
  database.close();
});
