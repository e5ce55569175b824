import {
  type Breakdown,
  type BreakdownRow,
  fixedRows,
  type Period,
  type Trained,
  unknownKey,
} from '../domain/base/statistics.ts';
import type { Employer } from '../domain/people/employer.ts';
import type { Learner } from '../domain/people/learner.ts';
import { countsAsAttended, type SessionAttendance } from '../domain/teaching/attendance.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import type { SubjectKind } from '../domain/teaching/course.ts';
import type { LedgerLine } from '../domain/teaching/ledger.ts';
import type { Session } from '../domain/teaching/session.ts';

type CountedLearner = Pick<Learner, 'id' | 'name' | 'employerId' | 'titleLevel'>;

/** The records that training is counted from. */
export interface TrainingRecords {
  classes: readonly TrainingClass[];
  sessions: readonly Session[];
  attendance: readonly SessionAttendance[];
  ledger: readonly LedgerLine[];
  learners: readonly CountedLearner[];
  employers: readonly Pick<Employer, 'id' | 'name' | 'regionCode' | 'kind' | 'ownership'>[];
}

/** One learner at one session, and the whole hours that were complete with it. */
export interface TrainingFact {
  learnerId: string;
  classId: string;
  sessionId: string;
  hours: number;
  subjectKind: SubjectKind;
  /** Of every breakdown, the row it is in. */
  keys: Record<Breakdown, string>;
}

export function isWithin({ from, to }: Period, date: string): boolean {
  return from <= date && date <= to;
}

function creditsBySession(ledger: readonly LedgerLine[]): Map<string, number> {
  const credits = new Map<string, number>();
  for (const { learnerId, source } of ledger) {
    if (source.kind !== 'class') continue;
    for (const [sessionId, { hours }] of Object.entries(source.sessions))
      credits.set(`${sessionId}:${learnerId}`, hours);
  }
  return credits;
}

/** Who attended which session of a period, and what it brought; by the rules of each class (第10条). */
export function trainingFacts(records: TrainingRecords, period: Period): TrainingFact[] {
  const classes = new Map(records.classes.map((of) => [of.id, of]));
  const learners = new Map(records.learners.map((learner) => [learner.id, learner]));
  const employers = new Map(records.employers.map((employer) => [employer.id, employer]));
  const attendance = new Map(records.attendance.map((row) => [row.sessionId, row.marks]));
  const credits = creditsBySession(records.ledger);
  return records.sessions
    .filter(({ date }) => isWithin(period, date))
    .flatMap((session) => {
      const of = classes.get(session.classId);
      if (!of) return [];
      const marks = Object.entries(attendance.get(session.id) ?? {});
      const attended = marks.filter(([, mark]) => countsAsAttended(mark, of.countingRules));
      return attended.map(([learnerId]): TrainingFact => {
        const learner = learners.get(learnerId);
        const employer = employers.get(learner?.employerId ?? '');
        return {
          learnerId,
          classId: of.id,
          sessionId: session.id,
          hours: credits.get(`${session.id}:${learnerId}`) ?? 0,
          subjectKind: session.subjectKind,
          keys: {
            month: session.date.slice(0, 7),
            region: employer?.regionCode ?? unknownKey,
            employerKind: employer?.kind ?? unknownKey,
            ownership: employer?.ownership ?? unknownKey,
            titleLevel: learner?.titleLevel ?? 'none',
            subjectKind: session.subjectKind,
            mode: session.mode,
            class: of.id,
          },
        };
      });
    });
}

/** People once, people once a class, and their hours: A in two classes, B and C in one are 3 and 4. */
export function trainedIn(facts: readonly TrainingFact[]): Trained {
  const hoursOf = (kind: SubjectKind) =>
    facts.reduce((sum, fact) => sum + (fact.subjectKind === kind ? fact.hours : 0), 0);
  return {
    people: new Set(facts.map(({ learnerId }) => learnerId)).size,
    personTimes: new Set(facts.map(({ learnerId, classId }) => `${learnerId}:${classId}`)).size,
    generalHours: hoursOf('general'),
    professionalHours: hoursOf('professional'),
  };
}

/** The months of a period, each as `2026-03`. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const last = to.slice(0, 7);
  for (;;) {
    const key = `${year}-${String(month).padStart(2, '0')}`;
    if (key > last) return months;
    months.push(key);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/**
 * The trained, row by row of one breakdown. Rows add up in person-times and hours where a session has one key; a
 * person in two rows is in both.
 * @param labels what rows that are not fixed are called, by key and in their order
 */
export function brokenDown(
  facts: readonly TrainingFact[],
  breakdown: Breakdown,
  labels: Record<string, string> = fixedRows[breakdown] ?? {},
): BreakdownRow[] {
  const groups = new Map<string, TrainingFact[]>(Object.keys(labels).map((key) => [key, []]));
  for (const fact of facts) {
    const key = fact.keys[breakdown];
    const group = groups.get(key) ?? [];
    group.push(fact);
    groups.set(key, group);
  }
  return [...groups].map(([key, own]) => ({ key, label: labels[key] ?? key, ...trainedIn(own) }));
}
