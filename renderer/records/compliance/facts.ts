import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { type FacilityKind, servesOn } from '../../../shared/domain/base/facility.ts';
import type { CertificateState } from '../../../shared/domain/certificates/certificate.ts';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { filingDeadline } from '../../../shared/regulation/class-closing.ts';
import type { ComplianceFacts, FacilityDuty } from '../../../shared/regulation/compliance.ts';
import { undisclosedClasses } from '../../../shared/regulation/disclosure.ts';
import { isShowable } from '../../../shared/regulation/survey-statistics.ts';
import { trainerFaults, trainerRatio } from '../../../shared/regulation/trainer-roster.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { openClasses } from '../classes/queries.ts';
import { planOf } from '../plan/plan-progress.ts';
import { namedTrainers } from '../sealing/trainer-rows.ts';
import { baseYear } from '../yearly-hours/queries.ts';

/** How many of these classes, none of them closed, wait to be closed or are past the deadline. */
function countOpen(
  classes: readonly TrainingClass[],
  filingDeadlineDays: number,
  today: string,
): Pick<ComplianceFacts['classes'], 'waiting' | 'overdue'> {
  const counts = { waiting: 0, overdue: 0 };
  for (const { endDate } of classes) {
    if (endDate === null || endDate > today) continue;
    if (filingDeadline(endDate, filingDeadlineDays) < today) counts.overdue += 1;
    else counts.waiting += 1;
  }
  return counts;
}

function isHeldIn({ startDate, endDate }: TrainingClass, year: number): boolean {
  return Boolean(startDate && endDate && civilYear(startDate) <= year && civilYear(endDate) >= year);
}

/** Classes that had sessions in a civil year. */
export async function classesOfYear({ rows }: BaseDatabase, year: number): Promise<TrainingClass[]> {
  const ended = await rows.classes.where('endDate').aboveOrEqual(`${year}-01-01`).toArray();
  return ended.filter(({ startDate }) => startDate !== null && civilYear(startDate) <= year);
}

/** Classes that ended in a civil year: how many are closed, and of these how many are filed. */
async function countClosed(
  { rows: { classes } }: BaseDatabase,
  year: number,
): Promise<{ closed: number; filed: number }> {
  const [ended, closed, filed] = await Promise.all([
    classes.where('endDate').between(`${year}-01-01`, `${year}-12-31`, true, true).primaryKeys(),
    classes.where('closed.at').above('').primaryKeys(),
    classes.where('filed.at').above('').primaryKeys(),
  ]);
  const [isClosed, isFiled] = [new Set(closed), new Set(filed)];
  const ofYear = ended.filter((id) => isClosed.has(id));
  return { closed: ofYear.length, filed: ofYear.filter((id) => isFiled.has(id)).length };
}

/** Of the closed classes of a year: those whose learners were asked and answered enough (第24条). */
async function countEvaluated({ rows }: BaseDatabase, year: number): Promise<number> {
  const runs = await rows.surveyRuns.where('year').equals(year).toArray();
  const asked = runs.filter(({ closed, tally }) => closed !== null && isShowable(tally?.answers ?? 0));
  const classes = await rows.classes.bulkGet([...new Set(asked.flatMap(({ classId }) => classId ?? []))]);
  return classes.filter((of) => of?.closed && of.endDate && civilYear(of.endDate) === year).length;
}

/** Titles of courses of general subjects without a textbook that had a class in the year (第25条). */
async function generalWithoutTextbook({ rows }: BaseDatabase, year: number): Promise<string[]> {
  const courses = await rows.courses.toArray();
  const lacking = courses.filter(
    ({ subjectKind, textbook }) => subjectKind === 'general' && textbook.trim() === '',
  );
  const taught = await rows.classes
    .where('courseId')
    .anyOf(lacking.map(({ id }) => id))
    .toArray();
  const inYear = new Set(taught.filter((of) => isHeldIn(of, year)).map(({ courseId }) => courseId));
  return lacking.filter(({ id }) => inYear.has(id)).map(({ title }) => title);
}

/** Sessions taught in the year up to a day, and those of them that name no trainer. */
async function countSessions(
  { rows: { sessions } }: BaseDatabase,
  year: number,
  today: string,
): Promise<ComplianceFacts['sessions']> {
  const [first, last] = [`${year}-01-01`, today < `${year}-12-31` ? today : `${year}-12-31`];
  if (last < first) return { taught: 0, withoutTrainer: 0 };
  const [taught, withoutTrainer] = await Promise.all([
    sessions.where('date').between(first, last, true, true).count(),
    sessions.where('[trainerName+date]').between(['', first], ['', last], true, true).count(),
  ]);
  return { taught, withoutTrainer };
}

/** Certificates issued in a civil year of Asia/Shanghai by state; thousands take a tenth of a second to count. */
export async function countIssued(
  { rows: { certificates } }: BaseDatabase,
  year: number,
): Promise<NonNullable<ComplianceFacts['certificates']['issued']>> {
  const [first = '', next = ''] = [year, year + 1].map((one) =>
    new Date(`${one}-01-01T00:00:00+08:00`).toISOString(),
  );
  const issued = (state: CertificateState) =>
    certificates.where('[state+issuedAt]').between([state, first], [state, next]).count();
  const [valid, voided] = await Promise.all([issued('valid'), issued('void')]);
  return { valid, voided };
}

/** The fee disclosure as it stood at the year's end, and what classes at work mean to charge beyond it (第22条). */
async function readDisclosure(
  { rows }: BaseDatabase,
  open: readonly TrainingClass[],
  year: number,
  today: string,
): Promise<ComplianceFacts['disclosure']> {
  const notices = await rows.notices.orderBy('version').toArray();
  const last = notices.findLast(({ publishedOn }) => publishedOn <= `${year}-12-31`);
  return {
    notice: last ? { version: last.version, publishedOn: last.publishedOn, place: last.place } : null,
    undisclosed: undisclosedClasses(open, notices, today).length,
  };
}

/** Classes of the year that an authority held itself, and what was charged for them (第26条). */
async function readAuthority({ rows }: BaseDatabase, year: number): Promise<ComplianceFacts['authority']> {
  const held = await rows.classes.where('organiserKind').equals('authority').toArray();
  const ofYear = held.filter((of) => isHeldIn(of, year));
  const charges = await rows.charges
    .where('classId')
    .anyOf(ofYear.map(({ id }) => id))
    .toArray();
  return { classes: ofYear.length, chargedFen: sumFen(charges.map(({ amountFen }) => amountFen)) };
}

/** The roster of trainers as it stands on a day (第23条). */
async function readTrainers(database: BaseDatabase, today: string): Promise<ComplianceFacts['trainers']> {
  const [trainers, appointments] = await Promise.all([
    namedTrainers(database),
    database.rows.appointments.toArray(),
  ]);
  const faulty = trainers.filter((trainer) => {
    const own = appointments.filter(({ trainerId }) => trainerId === trainer.id);
    return trainerFaults(trainer, own, today).length > 0;
  });
  return { ratio: trainerRatio(trainers, today), faulty: faulty.length };
}

/** Which kinds of facilities show a duty of 第21条. */
const kindsOfDuty: Record<FacilityDuty, readonly FacilityKind[]> = {
  premises: ['premises', 'room', 'equipment'],
  textbooks: ['textbook'],
  staff: ['staff', 'organisation'],
  rules: ['rule'],
};

async function readFacilities({ rows }: BaseDatabase, today: string): Promise<ComplianceFacts['facilities']> {
  const serving = (await rows.facilities.toArray()).filter((facility) => servesOn(facility, today));
  const counts = Object.entries(kindsOfDuty).map(([duty, kinds]) => {
    const own = serving.filter(({ kind }) => kinds.includes(kind));
    return [duty, { inUse: own.length, unproven: own.filter(({ proof }) => proof === null).length }];
  });
  return Object.fromEntries(counts) as ComplianceFacts['facilities'];
}

export interface ReadFacts {
  facts: ComplianceFacts;
  /** Classes of whatever year that wait to be closed. */
  toClose: Pick<ComplianceFacts['classes'], 'waiting' | 'overdue'>;
}

/**
 * What the base can show for one civil year, without the count of certificates; null before the base is
 * set up. The home page asks for it at every start: no row is read that an index can count.
 */
export async function readFacts(
  database: BaseDatabase,
  year: number,
  today: string,
): Promise<ReadFacts | null> {
  const { rows } = database;
  const stored = await rows.base.get('base');
  if (!stored) return null;
  const { profile, settings } = stored;
  const { filingDeadlineDays, retentionYears } = settings;
  const [open, closed, sessions, progress, toReplace, entriesWithoutProof, textbooks, plan, records] =
    await Promise.all([
      openClasses(database),
      countClosed(database, year),
      countSessions(database, year, today),
      baseYear(database, year, today),
      rows.certificates.where('toReplace.at').above('').count(),
      rows.outsideEntries.where('unprovenDate').between(`${year}-01-01`, `${year}-12-31`, true, true).count(),
      generalWithoutTextbook(database, year),
      planOf(database, year),
      rows.dutyRecords.where('year').equals(year).toArray(),
    ]);
  const [disclosure, authority, trainers, facilities, evaluated] = await Promise.all([
    readDisclosure(database, open, year, today),
    readAuthority(database, year),
    readTrainers(database, today),
    readFacilities(database, today),
    countEvaluated(database, year),
  ]);
  const ofYear = open.filter(({ endDate }) => endDate !== null && civilYear(endDate) === year);
  const facts: ComplianceFacts = {
    year,
    today,
    profile,
    classes: { closed: closed.closed, ...countOpen(ofYear, filingDeadlineDays, today) },
    filed: closed.filed,
    trainers,
    facilities,
    filingDeadlineDays,
    retentionYears,
    hours: progress.hours,
    learners: progress.states,
    certificates: { toReplace, issued: null },
    entriesWithoutProof,
    generalWithoutTextbook: textbooks,
    sessions,
    records,
    plan: {
      state: plan.state,
      approval: plan.approval ? `${plan.approval.authority} ${plan.approval.number}` : '',
    },
    disclosure,
    authority,
    evaluated,
  };
  return { facts, toClose: countOpen(open, filingDeadlineDays, today) };
}
