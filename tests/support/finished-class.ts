import { recordResults } from '../../renderer/records/assessments/result-commands.ts';
import { markAttendance } from '../../renderer/records/attendance/mark-commands.ts';
import { enrolLearners } from '../../renderer/records/classes/enrolment-commands.ts';
import { addLearners, type Desk, openClassWith, sessionOn, setUp } from './desk.ts';

/** A class of four sessions in which everybody attended `attended` of them and scored `score`. */
export async function finishedClass(desk: Desk, count: number, attended = 4, score: number | null = 86) {
  await setUp(desk);
  const dates = ['2026-10-10', '2026-10-17', '2026-10-24', '2026-10-31'];
  const of = await openClassWith(
    desk,
    dates.map((date) => sessionOn(date)),
  );
  const learnerIds = await addLearners(desk, count);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  const sessions = await desk.database.rows.sessions.where('classId').equals(of.id).sortBy('date');
  for (const [index, session] of sessions.entries()) {
    const status = index < attended ? ('present' as const) : ('absent' as const);
    await desk.execute(markAttendance, {
      sessionId: session.id,
      marks: learnerIds.map((learnerId) => ({ learnerId, status })),
    });
  }
  if (score !== null) {
    const results = learnerIds.map((learnerId) => ({
      learnerId,
      which: 'first' as const,
      result: { kind: 'score' as const, score },
    }));
    await desk.execute(recordResults, { classId: of.id, results });
  }
  return { classId: of.id, learnerIds, sessions };
}
