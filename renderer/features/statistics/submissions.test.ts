import { describe, expect, test } from 'vitest';
import { yearPeriod } from '../../../shared/domain/period.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import { type Desk, openDesk, refused } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { markAttendance } from '../attendance/commands.ts';
import { markSubmissionSent, recordSubmission, takeReceipt, withdrawSubmission } from './commands.ts';
import { readRecords } from './records.ts';

const period = yearPeriod(2026);
const hash = 'a'.repeat(64);

async function made(desk: Desk, reason = '') {
  const statistics = statisticsOf(await readRecords(desk.database, period), period);
  const about = { recipient: '示例市人社局', ledger: 'none' as const, manifestHash: hash, fileHash: hash };
  return { period, statistics, reason, fileName: '报送.zip', ...about };
}

async function attends(desk: Desk, sessionId: string, learnerId: string, status: 'present' | 'absent') {
  await desk.execute(markAttendance, { sessionId, marks: [{ learnerId, status }] });
}

describe('what is sent to the authority is what the records say (第28条)', () => {
  test('the next of a period takes the place of the one before, with a reason and with a difference', async () => {
    const desk = await openDesk();
    const { sessions, learnerIds } = await finishedClass(desk, 2);
    const first = await desk.execute(recordSubmission, await made(desk));
    expect(first).toMatchObject({ sequence: 1, replaces: null, sent: null, receipt: null });
    expect((await refused(desk.execute(recordSubmission, await made(desk, '补报')))).code).toBe(
      'submissionUnchanged',
    );
    await attends(desk, sessions[0]!.id, learnerIds[0]!, 'absent');
    expect((await refused(desk.execute(recordSubmission, await made(desk)))).code).toBe(
      'submissionReasonMissing',
    );
    const second = await desk.execute(recordSubmission, await made(desk, '点名有误'));
    expect(second).toMatchObject({ sequence: 2, replaces: 1 });
  });

  test('figures that the records do not say are refused, and so is what changed meanwhile', async () => {
    const desk = await openDesk();
    const { sessions, learnerIds } = await finishedClass(desk, 2);
    const honest = await made(desk);
    const { statistics } = honest;
    const raised = { ...statistics, totals: { ...statistics.totals, sessions: 99 } };
    expect((await refused(desk.execute(recordSubmission, { ...honest, statistics: raised }))).code).toBe(
      'submissionStale',
    );
    const impossible = { ...statistics, totals: { ...statistics.totals, people: 99 } };
    expect((await refused(desk.execute(recordSubmission, { ...honest, statistics: impossible }))).code).toBe(
      'submissionContradicts',
    );
    await attends(desk, sessions[0]!.id, learnerIds[0]!, 'absent');
    expect((await refused(desk.execute(recordSubmission, honest))).code).toBe('submissionStale');
    expect(await desk.database.rows.submissions.count()).toBe(0);
  });

  test('what was sent stays; what was not can be taken back', async () => {
    const desk = await openDesk();
    await finishedClass(desk, 1);
    const { id } = await desk.execute(recordSubmission, await made(desk));
    await desk.execute(withdrawSubmission, { id });
    const { id: again } = await desk.execute(recordSubmission, await made(desk));
    await desk.execute(markSubmissionSent, { id: again, on: '2026-11-24', how: '政务邮箱' });
    expect((await refused(desk.execute(withdrawSubmission, { id: again }))).code).toBe('submissionSent');
    await desk.execute(takeReceipt, { id: again, on: '2026-11-25', number: '3号', by: '示例市人社局' });
    expect(await desk.database.rows.submissions.get(again)).toMatchObject({
      sent: { how: '政务邮箱', by: '周老师' },
      receipt: { number: '3号', notedBy: '周老师' },
    });
  });
});
