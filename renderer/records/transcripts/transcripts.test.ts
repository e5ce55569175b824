import { expect, test } from 'vitest';
import { addLearners, openClassWith, openDesk, refused, sessionOn } from '../../../tests/support/desk.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { addOutsideEntry } from '../outside-hours/outside-entry-commands.ts';
import { openSnapshot } from '../sealing/snapshots.ts';
import { issueTranscripts, voidTranscript } from './transcript-commands.ts';

async function mixedYear() {
  const desk = await openDesk();
  const of = await openClassWith(desk, [
    sessionOn('2026-03-07', { subjectKind: 'general' }),
    sessionOn('2026-03-14'),
    sessionOn('2026-03-21'),
  ]);
  const [learnerId = '', idleId = ''] = await addLearners(desk, 2);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds: [learnerId] });
  for (const { id } of await desk.database.rows.sessions.toArray()) {
    await desk.execute(markAttendance, { sessionId: id, marks: [{ learnerId, status: 'present' }] });
  }
  await desk.execute(addOutsideEntry, {
    learnerId,
    kind: 'professional',
    way: 3,
    title: '黄河湿地考察',
    issuer: '示例市科协',
    issuerKind: 'other',
    certificateNumber: 'KX-018',
    date: '2026-02-10',
    hours: 8,
    proof: { hash: 'b'.repeat(64), bytes: 10, type: 'image/png' },
  });
  return { desk, learnerId, idleId };
}

test('a transcript states every line of the year with its proof, and how it stands to 第11条', async () => {
  const { desk, learnerId } = await mixedYear();
  const [transcript] = await desk.execute(issueTranscripts, { year: 2026, learnerIds: [learnerId] });
  const stated = openSnapshot(desk.database.vault, 'transcripts', transcript!);
  expect(stated).toMatchObject({
    number: 'XSL01-2026-000001',
    learnerName: '学员1',
    documentNumber: expect.stringMatching(/^159900\*+/),
    employerName: '示例市第一中学',
    year: 2026,
    general: 4,
    professional: 16,
    standing: expect.stringContaining('尚差：公需 26、专业 44 学时'),
  });
  expect(stated.lines).toEqual([
    {
      period: '2026年2月10日',
      title: '黄河湿地考察',
      kind: '（三）业务考察、实践活动',
      evidence: '示例市科协 KX-018',
      general: 0,
      professional: 8,
    },
    {
      period: '2026年3月7日',
      title: '知识更新培训班 2026-01',
      kind: '公需科目',
      evidence: '本基地 班号 2026-01',
      general: 4,
      professional: 0,
    },
    {
      period: '2026年3月14日至3月21日',
      title: '知识更新培训班 2026-01',
      kind: '（一）培训班、研修班',
      evidence: '本基地 班号 2026-01',
      general: 0,
      professional: 8,
    },
  ]);
  expect(JSON.stringify(transcript)).not.toContain(stated.documentNumber);
});

test('all or none, each with its own number; a year without hours gets none, a voided one keeps its number', async () => {
  const { desk, learnerId, idleId } = await mixedYear();
  const both = desk.execute(issueTranscripts, { year: 2026, learnerIds: [learnerId, idleId] });
  expect((await refused(both)).message).toContain('学员2 不能发证：2026 年没有登记学时');
  expect(await desk.database.rows.transcripts.count()).toBe(0);
  const [first] = await desk.execute(issueTranscripts, { year: 2026, learnerIds: [learnerId] });
  await desk.execute(voidTranscript, { id: first!.id, reason: '重开' });
  const [second] = await desk.execute(issueTranscripts, { year: 2026, learnerIds: [learnerId] });
  expect([first!.number, second!.number]).toEqual(['XSL01-2026-000001', 'XSL01-2026-000002']);
  expect((await refused(desk.execute(voidTranscript, { id: first!.id, reason: '再来' }))).code).toBe(
    'certificateNotInForce',
  );
});

test('characters the fonts lack stop the transcript before anything is issued', async () => {
  const { desk, learnerId } = await mixedYear();
  desk.lackedCharacters = '湿';
  const { message } = await refused(desk.execute(issueTranscripts, { year: 2026, learnerIds: [learnerId] }));
  expect(message).toContain('学员1：字库缺少“湿”');
});
