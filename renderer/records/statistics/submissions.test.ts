import { getPublicKey, sign } from '@noble/ed25519';
import { describe, expect, test } from 'vitest';
import { hexOf } from '../../../shared/domain/base/hex.ts';
import { monthPeriod, yearPeriod } from '../../../shared/domain/base/period.ts';
import { acknowledgementKind } from '../../../shared/exchange/submission/acknowledgement.ts';
import { authorityCardKind } from '../../../shared/exchange/submission/authority-card.ts';
import { writeSignedFile } from '../../../shared/exchange/submission/signed-file.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import { type Desk, openDesk, refused, sessionOn, setUp } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { addSessions, editSession } from '../classes/session-commands.ts';
import { registerAuthority } from './authority-commands.ts';
import { readSubmissionDuties } from './duties.ts';
import { readRecords } from './records.ts';
import {
  beginCorrection,
  endCorrection,
  markSubmissionSent,
  recordSubmission,
  takeAcknowledgement,
  takeAcknowledgementFile,
  withdrawSubmission,
} from './submission-commands.ts';

const year = yearPeriod(2026);
const hash = 'a'.repeat(64);

async function made(desk: Desk, period = year) {
  const statistics = statisticsOf(await readRecords(desk.database, period), period);
  const about = { recipient: '示例市人社局', ledger: 'none' as const, manifestHash: hash, fileHash: hash };
  return { period, statistics, fileName: '报送.zip', sealedFor: null, ...about };
}

async function attends(desk: Desk, sessionId: string, learnerId: string, status: 'present' | 'absent') {
  await desk.execute(markAttendance, { sessionId, marks: [{ learnerId, status }] });
}

describe('what is sent to the authority is what the records say (第28条)', () => {
  test('the next of a period takes the place of the one before, with a reason and with a difference', async () => {
    const desk = await openDesk();
    const { sessions, learnerIds } = await finishedClass(desk, 2);
    const first = await desk.execute(recordSubmission, await made(desk));
    expect(first).toMatchObject({ sequence: 1, replaces: null, sent: null, acknowledgement: null });
    expect((await refused(desk.execute(recordSubmission, await made(desk)))).code).toBe('correctionNotOpen');
    await desk.execute(beginCorrection, { id: first.id, reason: '点名有误' });
    expect((await refused(desk.execute(recordSubmission, await made(desk)))).code).toBe(
      'submissionUnchanged',
    );
    await attends(desk, sessions[0]!.id, learnerIds[0]!, 'absent');
    const second = await desk.execute(recordSubmission, await made(desk));
    expect(second).toMatchObject({ sequence: 2, replaces: 1, reason: '点名有误', correction: null });
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
    await desk.execute(takeAcknowledgement, {
      id: again,
      on: '2026-11-25',
      number: '3号',
      by: '示例市人社局',
    });
    expect(await desk.database.rows.submissions.get(again)).toMatchObject({
      sent: { how: '政务邮箱', by: '周老师' },
      acknowledgement: { number: '3号', notedBy: '周老师' },
    });
  });
});

describe('a submitted period is locked until a correction is begun (第28条)', () => {
  test('marks in it are refused, what is not counted is not; unchanged it locks again', async () => {
    const desk = await openDesk();
    const { sessions, learnerIds } = await finishedClass(desk, 2);
    const [session] = sessions;
    const october = await desk.execute(recordSubmission, await made(desk, monthPeriod(2026, 10)));
    const whole = await desk.execute(recordSubmission, await made(desk));
    const mark = () => attends(desk, session!.id, learnerIds[0]!, 'absent');
    expect((await refused(mark())).message).toContain('2026年10月、2026年的统计已经报送');
    const { id, classId: _, ...details } = session!;
    await desk.execute(editSession, { id, session: { ...details, topic: '改题目不改数' } });
    await desk.execute(beginCorrection, { id: october.id, reason: '点名有误' });
    expect((await refused(mark())).message).toContain('2026年的统计已经报送');
    await desk.execute(endCorrection, { id: october.id });
    expect((await refused(mark())).message).toContain('2026年10月、2026年的统计已经报送');
    await desk.execute(beginCorrection, { id: october.id, reason: '点名有误' });
    await desk.execute(beginCorrection, { id: whole.id, reason: '点名有误' });
    await mark();
    expect((await refused(desk.execute(endCorrection, { id: october.id }))).code).toBe('correctionChanges');
  });

  test('of a year reported before it is over, the days to come stay open', async () => {
    const desk = await openDesk();
    const { classId } = await finishedClass(desk, 1);
    await desk.execute(recordSubmission, await made(desk));
    await desk.execute(addSessions, { classId, sessions: [sessionOn('2026-12-05')] });
    expect(
      (await refused(desk.execute(addSessions, { classId, sessions: [sessionOn('2026-11-07')] }))).code,
    ).toBe('periodSubmitted');
  });
});

describe('acknowledgements are taken by the key of a registered authority', () => {
  const secret = new Uint8Array(32).fill(7);
  const publicKey = hexOf(getPublicKey(secret));
  const signed = (message: Uint8Array) => btoa(String.fromCharCode(...sign(message, secret)));
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const card = {
    name: '公钥卡.json',
    bytes: bytesOf(
      writeSignedFile(
        authorityCardKind,
        { format: 'jidi-authority', version: 1, name: '示例市人社局', publicKey, sealingKey: 'b'.repeat(64) },
        signed,
      ),
    ),
  };
  const acknowledgementFor = (manifestHash: string, baseCode = 'SL01') => ({
    name: '回执.json',
    bytes: bytesOf(
      writeSignedFile(
        acknowledgementKind,
        {
          format: 'jidi-acknowledgement',
          version: 1,
          number: '20261125-1',
          authority: '示例市人社局',
          baseCode,
          period: year,
          sequence: 1,
          manifestHash,
          takenOn: '2026-11-25',
          publicKey,
        },
        signed,
      ),
    ),
  });

  test('once; of an unknown key, of another package or altered, never', async () => {
    const desk = await openDesk();
    await finishedClass(desk, 1);
    const { id } = await desk.execute(recordSubmission, await made(desk));
    const code = (await desk.database.rows.base.get('base'))!.profile.code;
    const take = (upload: { name: string; bytes: Uint8Array<ArrayBuffer> }) =>
      desk.execute(takeAcknowledgementFile, upload);
    const own = acknowledgementFor(hash, code);
    expect((await refused(take(own))).code).toBe('acknowledgementKeyUnknown');
    await desk.execute(registerAuthority, card);
    expect((await refused(take(acknowledgementFor('c'.repeat(64), code)))).code).toBe(
      'acknowledgementForeign',
    );
    expect((await refused(take(acknowledgementFor(hash, 'ELSE')))).code).toBe('acknowledgementForeign');
    const altered = Uint8Array.from(own.bytes);
    altered[40] = (altered[40] ?? 0) ^ 1;
    expect((await refused(take({ ...own, bytes: altered }))).code).toBe('acknowledgementUnreadable');
    await take(own);
    const entries = await desk.database.rows.journal.count();
    await take(own);
    expect(await desk.database.rows.journal.count()).toBe(entries);
    expect(await desk.database.rows.submissions.get(id)).toMatchObject({
      sent: { on: '2026-11-25', how: '见回执' },
      acknowledgement: { number: '20261125-1', by: '示例市人社局', notedBy: '周老师' },
    });
  });

  test('a card that somebody altered is none', async () => {
    const desk = await openDesk();
    await setUp(desk);
    const bytes = bytesOf(new TextDecoder().decode(card.bytes).replace('示例市', '某某市'));
    expect((await refused(desk.execute(registerAuthority, { ...card, bytes }))).code).toBe(
      'authorityCardUnreadable',
    );
    expect(await desk.database.rows.authorities.count()).toBe(0);
  });
});

test('the year that ended is asked for where classes were held in it, until it is sent', async () => {
  const desk = await openDesk();
  await finishedClass(desk, 1);
  expect(await readSubmissionDuties(desk.database, '2027-01-10')).toEqual([
    { period: year, due: '2027-01-31', isOverdue: false },
  ]);
  expect(await readSubmissionDuties(desk.database, '2028-01-10')).toEqual([]);
  const { id } = await desk.execute(recordSubmission, await made(desk));
  expect(await readSubmissionDuties(desk.database, '2027-02-01')).toMatchObject([{ isOverdue: true }]);
  await desk.execute(markSubmissionSent, { id, on: '2026-11-24', how: '政务邮箱' });
  expect(await readSubmissionDuties(desk.database, '2027-02-01')).toEqual([]);
});
