import { expect, test } from 'vitest';
import { withDefaultSettings } from '../../../shared/domain/base/base.ts';
import { yearKey } from '../../../shared/domain/teaching/ledger.ts';
import { expectRows, openWhatWasLeft } from '../../../tests/support/old-database.ts';
import { sessionOf } from '../../../tests/support/session.ts';
import { openClasses } from '../../records/classes/queries.ts';
import { closingLinesOf } from '../../records/closing/closing-facts.ts';
import { readFacts } from '../../records/compliance/facts.ts';
import { computeProof, differingTables } from '../content-proof.ts';
import { isLedgerCurrent } from '../ledger/derivation.ts';
import { bringLedgerUpToDate } from '../ledger/rebuild-ledger.ts';
import { version2 } from './version-2.ts';

const mark = { status: 'late', at: '2026-03-07T01:00:00.000Z', by: '周老师', note: '' };

/** What version 2 wrote: no counting rules, no closing, none of the later settings. */
const rows = {
  base: [
    {
      id: 'base',
      profile: {
        name: '示例基地',
        code: 'SL01',
        approvalNumber: '1',
        approvalDate: '2018-05-20',
        authority: '局',
      },
      settings: {
        attendanceThresholdPercent: 80,
        passMark: 60,
        certificateNumberPattern: '{代码}-{年份}-{序号:6}',
        maskDocumentNumber: true,
        lockAfterMinutes: 15,
      },
    },
  ],
  learners: [{ id: 'learner-1', name: '张三', employerId: 'employer-1', identities: ['x'], terms: ['张三'] }],
  classes: [
    {
      id: 'class-1',
      number: '2026-01',
      title: '老班',
      content: '新技术',
      mode: 'inPerson',
      courseId: 'course-1',
      startDate: '2026-03-07',
      endDate: '2026-03-14',
    },
  ],
  sessions: [
    sessionOf({ id: 'session-1', date: '2026-03-07', minutes: 180 }),
    sessionOf({ id: 'session-2', date: '2026-03-14', minutes: 180, subjectKind: 'general' }),
  ],
  enrolments: [
    { id: 'enrolment-1', classId: 'class-1', learnerId: 'learner-1', enrolledAt: '', joinedSessionId: null },
  ],
  attendance: ['session-1', 'session-2'].map((sessionId) => ({
    sessionId,
    classId: 'class-1',
    marks: { 'learner-1': mark },
    walkIns: {},
  })),
  certificates: [
    {
      id: 'certificate-1',
      number: 'SL01-2026-000001',
      classId: 'class-1',
      learnerId: 'learner-1',
      state: 'valid',
      issuedAt: '2026-03-20T04:00:00.000Z',
    },
  ],
};

const openWhatVersion2Left = () => openWhatWasLeft(2, version2, rows);

test('what version 2 left opens, keeps every row, and gets its ledger', async () => {
  const database = await openWhatVersion2Left();
  await expectRows(database, rows);
  expect(await isLedgerCurrent(database)).toBe(false);
  await bringLedgerUpToDate(database);
  expect(await isLedgerCurrent(database)).toBe(true);
  expect(await database.rows.learnerYears.get(yearKey(2026, 'learner-1'))).toMatchObject({
    general: 4,
    professional: 4,
    employerId: 'employer-1',
  });
  const kept = (await database.rows.proofs.get('content'))?.tables ?? {};
  const differing = differingTables(kept, await computeProof(database));
  expect(differing.filter((table) => ['ledger', 'learnerYears', 'employerYears'].includes(table))).toEqual(
    [],
  );

  // What later versions ask of old rows has an answer.
  const { settings } = withDefaultSettings((await database.rows.base.get('base'))!);
  expect(settings).toMatchObject({ lateness: 'attended', partHours: 'dropped', retentionYears: 10 });
  const [of] = await openClasses(database);
  expect(of?.id).toBe('class-1');
  const open = (await closingLinesOf(database, of!, '2026-11-24')).filter(({ isOpen }) => isOpen);
  expect(open.map(({ code }) => code)).toEqual(['result']);
  expect((await readFacts(database, 2026, '2026-11-24'))?.facts.classes.overdue).toBe(1);
  database.close();
});

test('a ledger built up to a crash is built again from the beginning', async () => {
  const database = await openWhatVersion2Left();
  const crash = bringLedgerUpToDate(database, () => {
    throw new Error('power cut');
  });
  await expect(crash).rejects.toThrow('power cut');
  expect(await database.rows.ledger.count()).toBeGreaterThan(0);
  expect(await isLedgerCurrent(database)).toBe(false);
  await bringLedgerUpToDate(database);
  expect(await database.rows.ledger.count()).toBe(2);
  database.close();
});
