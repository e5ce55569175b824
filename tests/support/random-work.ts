import fc from 'fast-check';
import { recordResults } from '../../renderer/records/assessments/result-commands.ts';
import { markAttendance } from '../../renderer/records/attendance/mark-commands.ts';
import { enrolLearners } from '../../renderer/records/classes/enrolment-commands.ts';
import { addSessions, editSession, removeSession } from '../../renderer/records/classes/session-commands.ts';
import { closeClass, correctRecords } from '../../renderer/records/closing/closing-commands.ts';
import { mergeEmployers } from '../../renderer/records/employers/employer-commands.ts';
import { undoEntry } from '../../renderer/records/history/undo-command.ts';
import { editLearner } from '../../renderer/records/learners/learner-commands.ts';
import { mergeLearners } from '../../renderer/records/learners/merge-command.ts';
import {
  addOutsideEntry,
  editOutsideEntry,
  removeOutsideEntry,
} from '../../renderer/records/outside-hours/outside-entry-commands.ts';
import { addLearners, type Desk, learnerNamed, openClassWith, openDesk, sessionOn, setUp } from './desk.ts';

export interface World {
  desk: Desk;
  classIds: string[];
  learnerIds: string[];
}

/** Two classes over New Year of both kinds and both ways of counting, and five people of two employers. */
export async function newWorld(): Promise<World> {
  const desk = await openDesk();
  desk.now = Date.parse('2027-03-01T12:00:00+08:00');
  await setUp(desk);
  const general = { subjectKind: 'general' as const };
  const half = { counting: 'halfDay' as const };
  const first = await openClassWith(desk, [
    sessionOn('2026-12-30', general),
    sessionOn('2026-12-31', { minutes: 70 }),
    sessionOn('2027-01-01', { minutes: 70 }),
    sessionOn('2027-01-04', { ...half, ...general }),
  ]);
  const second = await openClassWith(
    desk,
    [sessionOn('2026-12-29', { minutes: 100 }), sessionOn('2027-01-08', half), sessionOn('2027-01-09')],
    { number: '2026-02' },
  );
  const learnerIds = await addLearners(desk, 5);
  for (const { id } of [first, second]) {
    await desk.execute(enrolLearners, { classId: id, learnerIds });
  }
  return { desk, classIds: [first.id, second.id], learnerIds };
}

export type Act = (world: World) => Promise<unknown>;
const learner = fc.nat(4);
const status = fc.constantFrom('present', 'late', 'leave', 'absent', null);

function outside(world: World, about: { learner: number; hours: number; year: number; proven: boolean }) {
  return {
    learnerId: world.learnerIds[about.learner]!,
    kind: 'professional' as const,
    way: 7 as const,
    title: `学术会议 ${about.hours}`,
    issuer: '示例市科协',
    issuerKind: 'other' as const,
    certificateNumber: '',
    date: `${about.year}-05-0${1 + (about.hours % 9)}`,
    hours: about.hours,
    proof: about.proven
      ? { hash: String(about.hours).padStart(64, 'a'), bytes: 9, type: 'application/pdf' as const }
      : null,
  };
}

const anyOutside = fc.record({
  learner,
  hours: fc.integer({ min: 1, max: 40 }),
  year: fc.constantFrom(2025, 2026),
  proven: fc.boolean(),
});

async function nth<Row>(rows: Promise<Row[]>, index: number): Promise<Row | undefined> {
  const all = await rows;
  return all[index % Math.max(1, all.length)];
}

/** What a base does from day to day, at random: it may be refused. */
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.nat(20), fc.array(fc.tuple(learner, status), { minLength: 1, maxLength: 5 }))
      .map<Act>(([s, marks]) => async ({ desk, learnerIds }) => {
        const session = await nth(desk.database.rows.sessions.toArray(), s);
        if (!session) return null;
        const asked = new Map(marks.map(([l, mark]) => [learnerIds[l]!, mark]));
        return desk.execute(markAttendance, {
          sessionId: session.id,
          marks: [...asked].map(([learnerId, mark]) => ({ learnerId, status: mark })),
        });
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(20), fc.constantFrom('2026-12-28', '2027-01-02'), fc.integer({ min: 1, max: 170 }))
      .map<Act>(([s, date, minutes]) => async ({ desk }) => {
        const found = await nth(desk.database.rows.sessions.toArray(), s);
        if (!found) return null;
        const { id, classId: _, ...session } = found;
        return desk.execute(editSession, { id, session: { ...session, date, minutes } });
      }),
  },
  fc
    .tuple(fc.nat(1), fc.nat(20), fc.constantFrom('2027-01-20', '2027-02-01'))
    .map<Act>(([c, s, date]) => async ({ desk, classIds }) => {
      const classId = classIds[c]!;
      const missed = await nth(desk.database.rows.sessions.where('classId').equals(classId).toArray(), s);
      const session = sessionOn(date, { makesUpFor: missed?.id ?? null });
      return desk.execute(addSessions, { classId, sessions: [session] });
    }),
  fc.nat(20).map<Act>((s) => async ({ desk }) => {
    const session = await nth(desk.database.rows.sessions.toArray(), s);
    return session && desk.execute(removeSession, { id: session.id });
  }),
  {
    weight: 3,
    arbitrary: anyOutside.map<Act>(
      (about) => (world) => world.desk.execute(addOutsideEntry, outside(world, about)),
    ),
  },
  fc.tuple(fc.nat(20), anyOutside).map<Act>(([e, about]) => async (world) => {
    const entry = await nth(world.desk.database.rows.outsideEntries.toArray(), e);
    if (entry) await world.desk.execute(editOutsideEntry, { ...outside(world, about), id: entry.id });
  }),
  fc.nat(20).map<Act>((e) => async ({ desk }) => {
    const entry = await nth(desk.database.rows.outsideEntries.toArray(), e);
    if (entry) await desk.execute(removeOutsideEntry, { id: entry.id });
  }),
  fc.tuple(learner, fc.constantFrom('示例市第一中学', '示例市第二中学', '')).map<Act>(
    ([l, employerName]) =>
      ({ desk, learnerIds }) =>
        desk.execute(editLearner, {
          ...learnerNamed(`学员${l + 1}`, l),
          employerName,
          id: learnerIds[l]!,
        }),
  ),
  fc.tuple(fc.nat(3), fc.nat(3)).map<Act>(([a, b]) => async ({ desk }) => {
    const [keep, duplicate] = [
      await nth(desk.database.rows.employers.toArray(), a),
      await nth(desk.database.rows.employers.toArray(), b),
    ];
    if (!keep || !duplicate) return null;
    return desk.execute(mergeEmployers, { keepId: keep.id, duplicateId: duplicate.id });
  }),
  fc.tuple(learner, learner).map<Act>(
    ([a, b]) =>
      ({ desk, learnerIds }) =>
        desk.execute(mergeLearners, { keepId: learnerIds[a]!, duplicateId: learnerIds[b]! }),
  ),
  {
    weight: 3,
    arbitrary: fc.nat(30).map<Act>((back) => async ({ desk }) => {
      const last = await desk.database.rows.journal.count();
      return desk.execute(undoEntry, { sequence: Math.max(1, last - back) });
    }),
  },
  fc.nat(1).map<Act>((c) => async ({ desk, classIds, learnerIds }) => {
    const classId = classIds[c]!;
    const results = learnerIds.map((learnerId) => ({
      learnerId,
      which: 'first' as const,
      result: { kind: 'verdict' as const, passed: true },
    }));
    await desk.execute(recordResults, { classId, results });
    await desk.execute(closeClass, { classId });
  }),
  fc
    .tuple(fc.nat(1), learner, fc.nat(9), fc.constantFrom('present' as const, 'absent' as const))
    .map<Act>(([c, l, s, mark]) => async ({ desk, classIds, learnerIds }) => {
      const classId = classIds[c]!;
      const session = await nth(desk.database.rows.sessions.where('classId').equals(classId).toArray(), s);
      return (
        session &&
        desk.execute(correctRecords, {
          classId,
          learnerId: learnerIds[l]!,
          reason: '核对签到表',
          marks: [{ sessionId: session.id, status: mark }],
          result: null,
        })
      );
    }),
);
