import { describe, expect, test } from 'vitest';
import { volumeRequest as volumeRequestSchema } from '../../../shared/contract/archives.ts';
import { addDays } from '../../../shared/domain/base/civil-date.ts';
import { classDetails } from '../../../shared/domain/teaching/class.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  refused,
  sessionOn,
} from '../../../tests/support/desk.ts';
import { feeItemOf } from '../../../tests/support/fee-item.ts';
import {
  archiveOf,
  boundOf,
  closedClass,
  filingFacts as facts,
  file,
  scan,
} from '../../../tests/support/filing.ts';
import { taughtClass } from '../../../tests/support/taught-class.ts';
import { commands } from '../../app/commands.ts';
import { lastSequence } from '../../database/journal-head.ts';
import { definitionOf, tableNames } from '../../database/rows.ts';
import { recordResults } from '../assessments/result-commands.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { changeSettings } from '../base/base-commands.ts';
import { recordPrints, voidCertificate } from '../certificates/certificate-commands.ts';
import { editClass, removeClass } from '../classes/class-commands.ts';
import { enrolLearners, withdrawLearner } from '../classes/enrolment-commands.ts';
import { addSessions, editSession, removeSession } from '../classes/session-commands.ts';
import { closeClass, correctRecords, reopenClass } from '../closing/closing-commands.ts';
import { setFeeItems } from '../fees/fee-commands.ts';
import { addFundEntry } from '../fees/fund-commands.ts';
import { classOfRow } from '../guards/class-of-row.ts';
import { undoEntry } from '../history/undo-command.ts';
import { mergeLearners } from '../learners/merge-command.ts';
import { nextNumber } from '../numbering/take-numbers.ts';
import { addTrainer } from '../trainers/roster-commands.ts';
import { recordTrainerScore } from '../trainers/score-commands.ts';
import { attachFiles } from './attachment-commands.ts';
import { fileClass } from './filing-commands.ts';
import { volumeRequest } from './volume-request.ts';

async function inputFor(desk: Desk, classId: string) {
  const { state, gaps } = await archiveOf(desk, classId);
  const number = await nextNumber(desk.database, 'archive', facts.filedOn);
  const bound = boundOf(volumeRequest(state, { ...facts, number }, gaps));
  return { classId, number, asOf: await lastSequence(desk.database), gaps, bound };
}

describe('第22条: a class is filed', () => {
  test('not before it is closed', async () => {
    const desk = await openDesk();
    const { of } = await taughtClass(desk);
    expect((await refused(desk.execute(fileClass, await inputFor(desk, of.id)))).code).toBe('classToClose');
  });

  test('not while a gap has no reason, whatever the form says', async () => {
    const { desk, of } = await closedClass();
    const input = await inputFor(desk, of.id);
    const summary = input.gaps.filter(({ part }) => part !== 'summary');
    const { code, message } = await refused(desk.execute(fileClass, { ...input, gaps: summary }));
    expect([code, message.includes('还缺：培训总结')]).toEqual(['archiveGaps', true]);
  });

  test('not when it was changed while the volume was bound, nor under a number that is not the next', async () => {
    const { desk, of, learnerId, sessions } = await closedClass();
    const input = await inputFor(desk, of.id);
    expect((await refused(desk.execute(fileClass, { ...input, number: 'DSL01-2026-0002' }))).code).toBe(
      'archiveNumberTaken',
    );
    const marks = [{ sessionId: sessions[0]!.id, status: 'absent' as const }];
    await desk.execute(correctRecords, { classId: of.id, learnerId, reason: '没有到', marks, result: null });
    expect((await refused(desk.execute(fileClass, input))).code).toBe('archiveMoved');
  });

  test('as a volume of its year that is kept from the year it was closed in, once', async () => {
    const { desk, of } = await closedClass();
    const filing = await file(desk, of.id);
    expect(filing).toMatchObject({
      number: 'DSL01-2026-0001',
      kind: 'volume',
      year: 2026,
      keptUntilYear: 2036,
    });
    expect(filing.parts.map(({ title }) => title)).toContain('学员名册');
    const input = { ...(await inputFor(desk, of.id)), number: 'DSL01-2026-0002' };
    expect((await refused(desk.execute(fileClass, input))).code).toBe('classFiled');
    const again = await closedAgain(desk);
    expect((await file(desk, again)).number).toBe('DSL01-2026-0002');
  });

  /** Another class of the same desk, closed. */
  async function closedAgain(desk: Desk): Promise<string> {
    const { of } = await taughtClass(desk, { issues: false, number: '2026-02', firstSerial: 20 });
    await desk.execute(closeClass, { classId: of.id });
    return of.id;
  }
});

test('of however many sessions the class has, the host takes what is asked of it', async () => {
  const desk = await openDesk();
  const dates = Array.from({ length: 40 }, (_, index) => addDays('2026-01-05', index * 7));
  const of = await openClassWith(
    desk,
    dates.map((date) => sessionOn(date)),
  );
  const learnerIds = await addLearners(desk, 3);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  const sessions = await desk.database.rows.sessions.where('classId').equals(of.id).toArray();
  const marks = learnerIds.map((learnerId) => ({ learnerId, status: 'present' as const }));
  await desk.execute(markAttendance, { sessionId: sessions[0]!.id, marks });
  const { state, gaps } = await archiveOf(desk, of.id);
  expect(volumeRequestSchema.safeParse(volumeRequest(state, facts, gaps)).error).toBeUndefined();
});

async function rowsOf(desk: Desk, classId: string) {
  const tables = tableNames
    .filter((table) => definitionOf(table).class !== null)
    .map(async (table) => [
      table,
      (await desk.database.rows[table].toArray()).filter((row) => classOfRow(table, row) === classId),
    ]);
  return Object.fromEntries(await Promise.all(tables));
}

describe('a filed class', () => {
  type Filed = Awaited<ReturnType<typeof closedClass>>;
  const reason = '有误';
  const acts: [string, (filed: Filed) => Promise<unknown>][] = [
    [
      'editClass',
      ({ desk, of }) =>
        desk.execute(editClass, { ...classDetails.parse(of), id: of.id, commissioner: '某厅' }),
    ],
    ['removeClass', ({ desk, of }) => desk.execute(removeClass, { id: of.id })],
    [
      'addSessions',
      ({ desk, of }) => desk.execute(addSessions, { classId: of.id, sessions: [sessionOn('2026-11-07')] }),
    ],
    [
      'editSession',
      ({ desk, sessions }) => {
        const { id, classId: _, ...session } = sessions[0]!;
        return desk.execute(editSession, { id, session: { ...session, topic: '改了' } });
      },
    ],
    ['removeSession', ({ desk, sessions }) => desk.execute(removeSession, { id: sessions[0]!.id })],
    [
      'enrolLearners',
      async ({ desk, of }) =>
        desk.execute(enrolLearners, { classId: of.id, learnerIds: await addLearners(desk, 1, 40) }),
    ],
    [
      'withdrawLearner',
      ({ desk, of, learnerId }) => desk.execute(withdrawLearner, { classId: of.id, learnerId }),
    ],
    [
      'markAttendance',
      ({ desk, sessions, learnerId }) =>
        desk.execute(markAttendance, {
          sessionId: sessions[0]!.id,
          marks: [{ learnerId, status: 'absent' }],
        }),
    ],
    [
      'recordResults',
      ({ desk, of, learnerId }) =>
        desk.execute(recordResults, {
          classId: of.id,
          results: [{ learnerId, which: 'makeUp', result: { kind: 'score', score: 60 } }],
        }),
    ],
    [
      'correctRecords',
      ({ desk, of, learnerId, sessions }) =>
        desk.execute(correctRecords, {
          classId: of.id,
          learnerId,
          reason,
          marks: [{ sessionId: sessions[0]!.id, status: 'absent' }],
          result: null,
        }),
    ],
    ['reopenClass', ({ desk, of }) => desk.execute(reopenClass, { classId: of.id, reason })],
    [
      'voidCertificate',
      ({ desk, certificates }) => desk.execute(voidCertificate, { id: certificates[0]!.id, reason }),
    ],
    ['setFeeItems', ({ desk, of }) => desk.execute(setFeeItems, { classId: of.id, items: [feeItemOf()] })],
    [
      'addFundEntry',
      ({ desk, of }) =>
        desk.execute(addFundEntry, {
          classId: of.id,
          direction: 'spending',
          trainerId: null,
          date: '2026-11-24',
          source: 'government',
          category: 'venue',
          amountFen: 100,
          party: '会议中心',
          note: '',
        }),
    ],
    [
      'attachFiles',
      ({ desk, of }) =>
        desk.execute(attachFiles, { files: [{ ...scan, place: { classId: of.id, part: 'photos' } }] }),
    ],
    [
      'recordTrainerScore',
      async ({ desk, of }) => {
        const trainerId = await desk.execute(addTrainer, trainerNamed('高教授'));
        return desk.execute(recordTrainerScore, {
          trainerId,
          classId: of.id,
          score: 90,
          answers: 2,
          date: '2026-11-24',
          note: '',
        });
      },
    ],
    [
      'mergeLearners',
      async ({ desk, learnerId }) => {
        const [keepId = ''] = await addLearners(desk, 1, 50);
        return desk.execute(mergeLearners, { keepId, duplicateId: learnerId });
      },
    ],
    [
      'undoEntry',
      async ({ desk }) => {
        const entries = await desk.database.rows.journal.toArray();
        const marked = entries.findLast(({ command }) => command === 'recordResults')!;
        return desk.execute(undoEntry, { sequence: marked.sequence });
      },
    ],
  ];

  /** What is refused for another reason, filed or not. */
  const refusedAnyway: Record<string, string> = {
    removeClass: 'classHasRecords',
    markAttendance: 'certificateInForce',
  };

  function trainerNamed(name: string) {
    return {
      employment: 'partTime' as const,
      origin: 'inRegion' as const,
      fields: [],
      subjects: [],
      certificates: [],
      photo: null,
      bankName: '',
      bankAccount: '',
      note: '',
      leftOn: null,
      learnerId: null,
      person: { name, employerName: '', title: '', titleLevel: 'none' as const, phone: '' },
    };
  }

  test.each(acts)('is not changed by %s, which says where to go', async (name, act) => {
    const filed = await closedClass();
    const { desk, of, sessions } = filed;
    // The trainer taught before the class was filed, so that a score is refused for the filing alone.
    if (name === 'recordTrainerScore') {
      const { id, classId: _, ...session } = sessions[0]!;
      await desk.execute(reopenClass, { classId: of.id, reason });
      await desk.execute(editSession, { id, session: { ...session, trainerName: '高教授' } });
      await desk.execute(closeClass, { classId: of.id });
    }
    const filing = await file(desk, of.id);
    const before = await rowsOf(desk, of.id);
    const { code, message } = await refused(act(filed));
    expect(code).toBe(refusedAnyway[name] ?? 'classFiled');
    if (code === 'classFiled') expect(message).toContain(filing.number);
    expect(await rowsOf(desk, of.id)).toEqual(before);
  });

  test('lets a certificate be printed again: the class states nothing else by it', async () => {
    const { desk, of, certificates } = await closedClass();
    await file(desk, of.id);
    await desk.execute(recordPrints, { certificateIds: [certificates[0]!.id] });
    expect((await desk.database.rows.certificates.get(certificates[0]!.id))?.prints.length).toBe(1);
  });

  test('is changed by a supplement and nothing else: no other command may touch it', () => {
    const mayChange = commands.filter(({ changesFiled }) => changesFiled).map(({ name }) => name);
    expect(mayChange.sort()).toEqual(['cancelSupplement', 'fileClass', 'fileSupplement', 'openSupplement']);
  });
});

describe('attachments', () => {
  test('of a part that is no longer on the checklist are bound behind the others', async () => {
    const { desk, of } = await closedClass();
    await desk.execute(attachFiles, { files: [{ ...scan, place: { classId: of.id, part: 'photos' } }] });
    const { settings } = (await desk.database.rows.base.get('base'))!;
    const archiveParts = settings.archiveParts.filter(({ id }) => id !== 'photos');
    await desk.execute(changeSettings, { ...settings, archiveParts });
    const { state, gaps } = await archiveOf(desk, of.id);
    const last = volumeRequest(state, facts, gaps).parts.at(-1);
    expect([last?.title, last?.items.length]).toEqual(['其他附件', 1]);
  });

  test('are kept once a place, their names without ID numbers, and only in parts there are', async () => {
    const { desk, of } = await closedClass();
    const place = { classId: of.id, part: 'attendance' };
    expect(
      await desk.execute(attachFiles, {
        files: [
          { ...scan, place },
          { ...scan, place },
        ],
      }),
    ).toBe(1);
    expect(await desk.execute(attachFiles, { files: [{ ...scan, place }] })).toBe(0);
    expect(await desk.execute(attachFiles, { files: [{ ...scan, place: { shelf: 'organisation' } }] })).toBe(
      1,
    );
    const [kept] = await desk.database.rows.attachments.where('classId').equals(of.id).toArray();
    expect(kept?.name).toBe('签到 ****1230.pdf');
    const unknown = desk.execute(attachFiles, {
      files: [{ ...scan, place: { classId: of.id, part: 'nowhere' } }],
    });
    expect((await refused(unknown)).code).toBe('archivePartUnknown');
  });
});
