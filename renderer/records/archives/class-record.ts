import type { Base } from '../../../shared/domain/base/base.ts';
import { documentKinds, maskDocumentNumber } from '../../../shared/domain/people/identity-document.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { ClassRecord, RecordedMember } from '../../../shared/papers/archive/class-record.ts';
import { noticeLineOf } from '../../../shared/regulation/disclosure.ts';
import { resolveTrainers } from '../../../shared/regulation/trainer-roster.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { classVerdicts } from '../certificates/verdicts.ts';
import { classMembers } from '../classes/queries.ts';
import { mustGet, mustGetBase, sessionsOfClass } from '../lookups.ts';
import { planOf } from '../plan/plan-progress.ts';
import { openLearner } from '../sealing/learner-rows.ts';
import { namedTrainers } from '../sealing/trainer-rows.ts';
import { readResults } from '../surveys/queries.ts';

async function recordedMembers(
  database: BaseDatabase,
  of: TrainingClass,
  { settings }: Base,
  today: string,
): Promise<RecordedMember[]> {
  const [members, verdicts] = await Promise.all([
    classMembers(database, of.id),
    classVerdicts(database, of, today),
  ]);
  const employers = await database.rows.employers.bulkGet(
    members.map(({ learner }) => learner.employerId ?? ''),
  );
  return members.map(({ learner, enrolment }, index) => {
    const { kind, number } = openLearner(database.vault, learner).document;
    const shown = settings.maskDocumentNumber ? maskDocumentNumber(number) : number;
    return {
      learner,
      employerName: employers[index]?.name ?? '',
      document: kind === 'residentId' ? shown : `${documentKinds[kind]} ${shown}`,
      verdict: verdicts.get(learner.id)?.verdict,
      joinedSessionId: enrolment.joinedSessionId,
    };
  });
}

async function recordedPlan(
  database: BaseDatabase,
  { planLineId }: TrainingClass,
): Promise<ClassRecord['plan']> {
  const line = planLineId ? await database.rows.planLines.get(planLineId) : undefined;
  return line ? { line, plan: await planOf(database, line.year) } : null;
}

async function recordedNotice({ rows }: BaseDatabase, of: TrainingClass): Promise<ClassRecord['notice']> {
  const notice = of.noticeId ? await rows.notices.get(of.noticeId) : undefined;
  const line = notice && noticeLineOf(notice, of);
  return notice && line ? { notice, line } : null;
}

/** Reads everything on record of a class. @throws Refusal notFound, baseNotSetUp, keysLocked */
export async function readClassRecord(
  database: BaseDatabase,
  classId: string,
  today: string,
): Promise<ClassRecord> {
  const { rows } = database;
  const of = await mustGet(database, 'classes', classId, '培训班');
  const base = await mustGetBase(database);
  const [course, sessions, members, marked, assessment, certificates, charges, entries, scores, attachments] =
    await Promise.all([
      rows.courses.get(of.courseId),
      sessionsOfClass(database, classId),
      recordedMembers(database, of, base, today),
      rows.attendance.where('classId').equals(classId).toArray(),
      rows.assessments.get(classId),
      rows.certificates.where('classId').equals(classId).toArray(),
      rows.charges.where('classId').equals(classId).toArray(),
      rows.fundEntries.where('classId').equals(classId).toArray(),
      rows.trainerScores.where('classId').equals(classId).toArray(),
      rows.attachments.where('classId').equals(classId).toArray(),
    ]);
  const [roster, evaluations] = await Promise.all([
    namedTrainers(database),
    readResults(database, { classId }),
  ]);
  const taught = new Set(sessions.flatMap((session) => Object.values(resolveTrainers(session, roster))));
  return {
    base,
    of,
    course,
    sessions,
    members,
    attendance: new Map(marked.map((row) => [row.sessionId, row])),
    assessment,
    certificates: certificates.sort((a, b) => a.number.localeCompare(b.number)),
    charges,
    entries: entries.sort((a, b) => a.date.localeCompare(b.date)),
    notice: await recordedNotice(database, of),
    plan: await recordedPlan(database, of),
    trainers: roster.filter(({ id }) => taught.has(id)),
    scores,
    // What employers say comes long after the volume is bound.
    evaluations: evaluations.filter(({ run }) => run.classId === classId),
    attachments: attachments.sort((a, b) => a.id.localeCompare(b.id)),
  };
}
