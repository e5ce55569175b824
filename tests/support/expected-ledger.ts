import { civilYear } from '../../shared/domain/base/civil-date.ts';
import type { SessionAttendance } from '../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../shared/domain/teaching/class.ts';
import type { OutsideEntry } from '../../shared/domain/teaching/outside-entry.ts';
import type { Session } from '../../shared/domain/teaching/session.ts';
import { countCreditHours } from '../../shared/regulation/credit-hours.ts';

/** The tables that hours follow from, as plain rows. */
export interface LedgerSources {
  learners: { id: string; employerId: string | null }[];
  classes: TrainingClass[];
  sessions: Session[];
  attendance: SessionAttendance[];
  outsideEntries: OutsideEntry[];
}

type Sums = Record<string, number>;

function addTo(sums: Sums, key: string, hours: number): void {
  if (hours > 0) sums[key] = (sums[key] ?? 0) + hours;
}

function count(sums: Sums, key: string): void {
  sums[key] = (sums[key] ?? 0) + 1;
}

/** `source learner year kind` → hours, added up from attendance and entries by nothing the product adds up with. */
function linesFrom({ classes, sessions, attendance, outsideEntries }: LedgerSources): Sums {
  const lines: Sums = {};
  for (const of of classes) {
    const own = sessions.filter(({ classId }) => classId === of.id);
    const marked = attendance.filter(({ classId }) => classId === of.id);
    const counted = of.countingRules?.lateness === 'missed' ? ['present'] : ['present', 'late'];
    for (const learnerId of new Set(marked.flatMap(({ marks }) => Object.keys(marks)))) {
      const attended = marked.filter(({ marks }) => counted.includes(marks[learnerId]?.status ?? ''));
      const ids = new Set(attended.map(({ sessionId }) => sessionId));
      for (const { year, general, professional } of countCreditHours(own, ids, of.countingRules?.partHours)
        .years) {
        addTo(lines, `${of.id} ${learnerId} ${year} general`, general);
        addTo(lines, `${of.id} ${learnerId} ${year} professional`, professional);
      }
    }
  }
  for (const { id, learnerId, date, kind, hours, proof } of outsideEntries) {
    if (proof) addTo(lines, `${id} ${learnerId} ${civilYear(date)} ${kind}`, hours);
  }
  return lines;
}

/** Lines, each learner's years and each employer's counts, computed from scratch. */
export function expectedLedger(sources: LedgerSources) {
  const lines = linesFrom(sources);
  const years: Sums = {};
  const hours = new Map<string, { general: number; professional: number }>();
  for (const [key, sum] of Object.entries(lines)) {
    const [, learnerId = '', year = '', kind = ''] = key.split(' ');
    addTo(years, `${year} ${learnerId} ${kind}`, sum);
    const of = hours.get(`${year} ${learnerId}`) ?? { general: 0, professional: 0 };
    of[kind as 'general' | 'professional'] += sum;
    hours.set(`${year} ${learnerId}`, of);
  }
  const employerOf = new Map(sources.learners.map(({ id, employerId }) => [id, employerId ?? '']));
  const standings: Sums = {};
  for (const [key, { general, professional }] of hours) {
    const [year = '', learnerId = ''] = key.split(' ');
    count(
      standings,
      `${year} ${employerOf.get(learnerId) ?? ''} ${Math.min(general, 30)}/${Math.min(professional, 60)}`,
    );
  }
  return { lines, years, standings };
}

/** The same shape from the derived tables as they lie in a database. */
export function keptLedger(tables: {
  ledger: {
    learnerId: string;
    year: number;
    kind: string;
    hours: number;
    source: {
      kind: string;
      classId?: string;
      entryId?: string;
      sessions?: Record<string, { hours: number }>;
    };
  }[];
  learnerYears: {
    learnerId: string;
    year: number;
    general: number;
    professional: number;
    months: Record<string, { general: number; professional: number }>;
  }[];
  employerYears: { year: number; employerId: string; standings: Record<string, number> }[];
}) {
  const lines: Sums = {};
  for (const { source, learnerId, year, kind, hours } of tables.ledger) {
    addTo(lines, `${source.classId ?? source.entryId} ${learnerId} ${year} ${kind}`, hours);
    const parts = Object.values(source.sessions ?? { only: { hours } });
    if (parts.reduce((sum, part) => sum + part.hours, 0) !== hours) {
      lines[`${learnerId} ${year} sessions do not add up`] = hours;
    }
  }
  const years: Sums = {};
  for (const { learnerId, year, months, ...hours } of tables.learnerYears) {
    for (const kind of ['general', 'professional'] as const) {
      addTo(years, `${year} ${learnerId} ${kind}`, hours[kind]);
      const byMonth = Object.values(months).reduce((sum, month) => sum + month[kind], 0);
      if (byMonth !== hours[kind]) years[`${year} ${learnerId} ${kind} months do not add up`] = byMonth;
    }
  }
  const standings: Sums = {};
  for (const { year, employerId, standings: counts } of tables.employerYears) {
    for (const [key, people] of Object.entries(counts)) standings[`${year} ${employerId} ${key}`] = people;
  }
  return { lines, years, standings };
}
