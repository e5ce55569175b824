import { describe, expect, test } from 'vitest';
import { yearKey } from '../../../shared/domain/teaching/ledger.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  refused,
  sessionOn,
} from '../../../tests/support/desk.ts';
import { taughtClass } from '../../../tests/support/taught-class.ts';
import { recordResults } from '../assessments/result-commands.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { changeSettings } from '../base/base-commands.ts';
import { recordPrints, replaceCertificates, voidCertificate } from '../certificates/certificate-commands.ts';
import { editClass } from '../classes/class-commands.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { addSessions } from '../classes/session-commands.ts';
import { undoEntry } from '../history/undo-command.ts';
import { closeClass, correctRecords, reopenClass } from './closing-commands.ts';

async function professionalHours(desk: Desk, learnerId: string): Promise<number> {
  return (await desk.database.rows.learnerYears.get(yearKey(2026, learnerId)))?.professional ?? 0;
}

describe('第10条: a class is closed when kind, content and result are registered for everybody', () => {
  test('it is refused with what is missing and for whom', async () => {
    const desk = await openDesk();
    const of = await openClassWith(desk, [sessionOn('2026-11-20')]);
    const learnerIds = await addLearners(desk, 1);
    await desk.execute(enrolLearners, { classId: of.id, learnerIds });
    const { code, message } = await refused(desk.execute(closeClass, { classId: of.id }));
    expect(code).toBe('classOpenLines');
    expect(message).toContain('点名：1 人有课次没有点名（学员1）；考试考核结果：1 人没有结果（学员1）');
    expect((await desk.database.rows.classes.get(of.id))?.closed).toBeNull();
  });

  test('closed, nothing of it changes: no mark, result, learner, session or title, and no undoing', async () => {
    const desk = await openDesk();
    const { of, learnerId, sessions } = await taughtClass(desk, { issues: false });
    const marked = (await desk.database.rows.journal.toArray()).findLast(
      ({ command }) => command === 'markAttendance',
    )!;
    await desk.execute(closeClass, { classId: of.id });
    const { startDate: _s, endDate: _e, closed: _c, countingRules: _r, ...details } = of;
    const acts = [
      desk.execute(markAttendance, { sessionId: sessions[0]!.id, marks: [{ learnerId, status: 'absent' }] }),
      desk.execute(recordResults, {
        classId: of.id,
        results: [{ learnerId, which: 'first', result: { kind: 'score', score: 10 } }],
      }),
      desk.execute(enrolLearners, { classId: of.id, learnerIds: [learnerId] }),
      desk.execute(addSessions, { classId: of.id, sessions: [sessionOn('2026-11-20')] }),
      desk.execute(editClass, { ...details, title: '另一个名称' }),
      desk.execute(undoEntry, { sequence: marked.sequence }),
    ];
    for (const { code } of await Promise.all(acts.map(refused))) expect(code).toBe('classClosed');
    await desk.execute(reopenClass, { classId: of.id, reason: '漏了一次课' });
    await desk.execute(editClass, { ...details, title: '另一个名称' });
    expect(await desk.database.rows.classes.get(of.id)).toMatchObject({
      title: '另一个名称',
      closed: null,
      reopenings: [{ by: '周老师', reason: '漏了一次课' }],
    });
  });

  test('a setting changed later never rewrites a class', async () => {
    const desk = await openDesk();
    const { of, learnerId, sessions } = await taughtClass(desk, { issues: false });
    await desk.execute(markAttendance, {
      sessionId: sessions[0]!.id,
      marks: [{ learnerId, status: 'late' }],
    });
    await desk.execute(closeClass, { classId: of.id });
    const before = await professionalHours(desk, learnerId);
    const { settings } = (await desk.database.rows.base.get('base'))!;
    await desk.execute(changeSettings, { ...settings, lateness: 'missed', partHours: 'rounded' });
    expect(await professionalHours(desk, learnerId)).toBe(before);
    const next = await openClassWith(desk, [sessionOn('2026-11-20')], { number: '2026-02' });
    expect(next.countingRules).toEqual({ partHours: 'rounded', lateness: 'missed' });
  });
});

describe('corrections after closing', () => {
  test('a mark is corrected with a reason; the hours follow and the certificate is to be replaced', async () => {
    const desk = await openDesk();
    const { of, learnerId, otherId, sessions, certificates } = await taughtClass(desk);
    await desk.execute(closeClass, { classId: of.id });
    expect(await professionalHours(desk, learnerId)).toBe(16);
    const asked = {
      classId: of.id,
      learnerId,
      reason: '核对签到表，当天请假',
      marks: [{ sessionId: sessions[3]!.id, status: 'leave' as const }],
      result: null,
    };
    expect((await refused(desk.execute(correctRecords, { ...asked, reason: '' }))).code).toBe('badInput');
    const effect = await desk.execute(correctRecords, asked);
    expect(effect.certificateWrong).toBe('不再符合发证条件');
    expect(await professionalHours(desk, learnerId)).toBe(12);
    expect(await professionalHours(desk, otherId)).toBe(16);
    const mark = (await desk.database.rows.attendance.get(sessions[3]!.id))?.marks[learnerId];
    expect(mark).toMatchObject({ status: 'leave', note: '更正：核对签到表，当天请假' });

    const [own, other] = certificates;
    const now = await desk.database.rows.certificates.get(own!.id);
    expect(now).toMatchObject({ state: 'valid', toReplace: { reason: '核对签到表，当天请假' } });
    expect((await desk.database.rows.certificates.get(other!.id))?.toReplace).toBeNull();
    expect((await refused(desk.execute(recordPrints, { certificateIds: [own!.id] }))).code).toBe(
      'certificateToReplace',
    );
    // 75 % of the sessions is below the class's 80 %: nothing to replace it with, so it is voided.
    expect((await refused(desk.execute(replaceCertificates, { ids: [own!.id] }))).code).toBe('notEligible');
    await desk.execute(voidCertificate, { id: own!.id, reason: '出勤不足' });
    expect((await refused(desk.execute(voidCertificate, { id: own!.id, reason: '再来' }))).code).toBe(
      'certificateNotInForce',
    );
  });

  test('a corrected result gives a certificate with a new number that refers to the old', async () => {
    const desk = await openDesk();
    const { of, learnerId, certificates } = await taughtClass(desk);
    await desk.execute(closeClass, { classId: of.id });
    const correction = { classId: of.id, learnerId, reason: '登分错误', marks: [] };
    const score = (value: number) => ({ kind: 'score' as const, score: value });
    await desk.execute(correctRecords, { ...correction, result: score(91) });
    const [replacement] = await desk.execute(replaceCertificates, { ids: [certificates[0]!.id] });
    expect(replacement).toMatchObject({
      number: 'SL01-2026-000003',
      snapshot: { result: '91 分（合格）', replaces: 'SL01-2026-000001' },
    });
    expect(await desk.database.rows.certificates.get(certificates[0]!.id)).toMatchObject({
      state: 'replaced',
      replacedBy: 'SL01-2026-000003',
      toReplace: null,
    });
    expect((await refused(desk.execute(replaceCertificates, { ids: [replacement!.id] }))).code).toBe(
      'nothingToReplace',
    );
  });

  test('corrected back, the certificate states the truth again', async () => {
    const desk = await openDesk();
    const { of, learnerId, sessions, certificates } = await taughtClass(desk);
    await desk.execute(closeClass, { classId: of.id });
    const correct = (status: 'absent' | 'present') =>
      desk.execute(correctRecords, {
        classId: of.id,
        learnerId,
        reason: '看错了人',
        marks: [{ sessionId: sessions[0]!.id, status }],
        result: null,
      });
    await correct('absent');
    await correct('present');
    expect((await desk.database.rows.certificates.get(certificates[0]!.id))?.toReplace).toBeNull();
    expect((await refused(correct('present'))).code).toBe('nothingCorrected');
  });

  test('an open class is not corrected, it is simply changed', async () => {
    const desk = await openDesk();
    const { of, learnerId, sessions } = await taughtClass(desk, { issues: false });
    const marks = [{ sessionId: sessions[0]!.id, status: 'absent' as const }];
    const asked = { classId: of.id, learnerId, reason: '看错了人', marks, result: null };
    expect((await refused(desk.execute(correctRecords, asked))).code).toBe('classNotClosed');
  });
});
