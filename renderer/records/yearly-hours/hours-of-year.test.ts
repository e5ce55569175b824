import { expect, test } from 'vitest';
import { addLearners, openClassWith, openDesk, sessionOn, setUp } from '../../../tests/support/desk.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { hoursOfYear } from './hours-of-year.ts';

test('a mixed class over New Year falls 4 hours into the first and 26 into the second year', async () => {
  const desk = await openDesk();
  desk.now = Date.parse('2027-03-01T12:00:00+08:00');
  await setUp(desk);
  const general = { subjectKind: 'general' as const };
  const of = await openClassWith(desk, [
    sessionOn('2026-12-31', general),
    ...['2027-01-04', '2027-01-05'].map((date) => sessionOn(date, general)),
    ...['2027-01-06', '2027-01-07', '2027-01-08'].map((date) => sessionOn(date)),
    sessionOn('2027-01-11', { minutes: 270, endTime: '13:30' }),
  ]);
  const [learnerId = '', absentId = ''] = await addLearners(desk, 2);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds: [learnerId, absentId] });
  for (const { id } of await desk.database.rows.sessions.toArray()) {
    await desk.execute(markAttendance, {
      sessionId: id,
      marks: [
        { learnerId, status: 'late' },
        { learnerId: absentId, status: 'absent' },
      ],
    });
  }
  expect(await hoursOfYear(desk.database, learnerId, 2026)).toMatchObject({ general: 4, professional: 0 });
  expect(await hoursOfYear(desk.database, learnerId, 2027)).toMatchObject({ general: 8, professional: 18 });
  expect(await hoursOfYear(desk.database, absentId, 2027)).toMatchObject({ general: 0, professional: 0 });
});
