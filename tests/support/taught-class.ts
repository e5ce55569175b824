import { recordResults } from '../../renderer/records/assessments/result-commands.ts';
import { markAttendance } from '../../renderer/records/attendance/mark-commands.ts';
import { issueCertificates } from '../../renderer/records/certificates/certificate-commands.ts';
import { enrolLearners } from '../../renderer/records/classes/enrolment-commands.ts';
import { addLearners, type Desk, openClassWith, sessionOn } from './desk.ts';

/** A class of four sessions that two learners attended throughout, with results and, asked for, certificates. */
export async function taughtClass(desk: Desk, { issues = true, number = '2026-01', firstSerial = 0 } = {}) {
  const dates = ['2026-10-10', '2026-10-17', '2026-10-24', '2026-10-31'];
  const of = await openClassWith(
    desk,
    dates.map((date) => sessionOn(date)),
    { number },
  );
  const learnerIds = await addLearners(desk, 2, firstSerial);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  const sessions = await desk.database.rows.sessions.where('classId').equals(of.id).sortBy('date');
  for (const { id } of sessions) {
    const marks = learnerIds.map((learnerId) => ({ learnerId, status: 'present' as const }));
    await desk.execute(markAttendance, { sessionId: id, marks });
  }
  const results = learnerIds.map((learnerId) => ({
    learnerId,
    which: 'first' as const,
    result: { kind: 'score' as const, score: 86 },
  }));
  await desk.execute(recordResults, { classId: of.id, results });
  const certificates = issues ? await desk.execute(issueCertificates, { classId: of.id, learnerIds }) : [];
  const [learnerId = '', otherId = ''] = learnerIds;
  return { of, learnerId, otherId, sessions, certificates };
}
