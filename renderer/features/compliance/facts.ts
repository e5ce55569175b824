import { withDefaultSettings } from '../../../shared/domain/base.ts';
import type { CertificateState } from '../../../shared/domain/certificate.ts';
import { civilYear } from '../../../shared/domain/civil-date.ts';
import type { TrainingClass } from '../../../shared/domain/class.ts';
import { filingDeadline } from '../../../shared/regulation/class-closing.ts';
import type { ComplianceFacts } from '../../../shared/regulation/compliance.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import { baseYear } from '../yearly-hours/index.ts';

function isOfYear({ startDate, endDate }: TrainingClass, year: number): boolean {
  if (startDate === null || endDate === null) return false;
  return civilYear(startDate) <= year && civilYear(endDate) >= year;
}

/** How many classes that ended in the year are closed, may still wait, or are past the deadline. */
export function countClosings(
  classes: readonly TrainingClass[],
  filingDeadlineDays: number,
  today: string,
): ComplianceFacts['classes'] {
  const counts = { closed: 0, waiting: 0, overdue: 0 };
  for (const { endDate, closed } of classes) {
    if (closed) counts.closed += 1;
    else if (endDate === null || endDate > today) continue;
    else if (filingDeadline(endDate, filingDeadlineDays) < today) counts.overdue += 1;
    else counts.waiting += 1;
  }
  return counts;
}

async function generalWithoutTextbook(
  { rows }: BaseDatabase,
  classes: readonly TrainingClass[],
): Promise<string[]> {
  const courses = await rows.courses.bulkGet([...new Set(classes.map(({ courseId }) => courseId))]);
  return courses.flatMap((course) =>
    course?.subjectKind === 'general' && course.textbook.trim() === '' ? [course.title] : [],
  );
}

/** Certificates issued in a civil year of Asia/Shanghai by state, and all that wait to be replaced; none is read. */
async function countCertificates(
  { rows: { certificates } }: BaseDatabase,
  year: number,
): Promise<ComplianceFacts['certificates']> {
  const [first = '', next = ''] = [year, year + 1].map((one) =>
    new Date(`${one}-01-01T00:00:00+08:00`).toISOString(),
  );
  const issued = (state: CertificateState) =>
    certificates.where('[state+issuedAt]').between([state, first], [state, next]).count();
  const [valid, voided, toReplace] = await Promise.all([
    issued('valid'),
    issued('void'),
    certificates.where('toReplace.at').above('').count(),
  ]);
  return { valid, voided, toReplace };
}

export interface ReadFacts {
  facts: ComplianceFacts;
  /** The classes of the year. */
  classes: TrainingClass[];
  /** Classes of whatever year that wait to be closed. */
  toClose: ComplianceFacts['classes'];
}

/** What the base can show for one civil year; null before the base is set up. */
export async function readFacts(
  database: BaseDatabase,
  year: number,
  today: string,
): Promise<ReadFacts | null> {
  const { rows } = database;
  const stored = await rows.base.get('base');
  if (!stored) return null;
  const { profile, settings } = withDefaultSettings(stored);
  const [allClasses, sessions, progress, certificates, entriesWithoutProof, records] = await Promise.all([
    rows.classes.toArray(),
    rows.sessions.where('date').between(`${year}-01-01`, `${year}-12-31`, true, true).toArray(),
    baseYear(database, year, today),
    countCertificates(database, year),
    rows.outsideEntries.where('unprovenDate').between(`${year}-01-01`, `${year}-12-31`, true, true).count(),
    rows.dutyRecords.where('year').equals(year).toArray(),
  ]);
  const classes = allClasses.filter((of) => isOfYear(of, year));
  const taught = sessions.filter(({ date }) => date <= today);
  const facts: ComplianceFacts = {
    year,
    today,
    profile,
    classes: countClosings(
      classes.filter(({ endDate }) => endDate !== null && civilYear(endDate) === year),
      settings.filingDeadlineDays,
      today,
    ),
    filingDeadlineDays: settings.filingDeadlineDays,
    retentionYears: settings.retentionYears,
    hours: progress.hours,
    learners: progress.states,
    certificates,
    entriesWithoutProof,
    generalWithoutTextbook: await generalWithoutTextbook(database, classes),
    sessions: {
      taught: taught.length,
      withoutTrainer: taught.filter(({ trainerName }) => trainerName.trim() === '').length,
    },
    records,
  };
  return {
    facts,
    classes,
    toClose: countClosings(allClasses, settings.filingDeadlineDays, today),
  };
}
