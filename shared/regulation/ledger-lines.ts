import { civilYear } from '../domain/base/civil-date.ts';
import { type AttendanceMark, countsAsAttended } from '../domain/teaching/attendance.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import type { LedgerLine } from '../domain/teaching/ledger.ts';
import type { OutsideEntry } from '../domain/teaching/outside-entry.ts';
import type { Session } from '../domain/teaching/session.ts';
import type { Way } from '../domain/teaching/way.ts';
import { creditSessions } from './credit-hours.ts';

const classTeaching: Way = 1;
const remoteTeaching: Way = 6;

/** The key range of the lines of one class, or of one learner in it. */
export function classLinePrefix(classId: string, learnerId = ''): string {
  return `${classId}:${learnerId}`;
}

/**
 * The lines of one learner in one class: one for each civil year and kind that has whole hours
 * (第10条; a class over New Year splits by the dates of its sessions).
 * @param marks this learner's, by session
 */
export function classLines(
  of: TrainingClass,
  sessions: readonly Session[],
  learnerId: string,
  marks: ReadonlyMap<string, AttendanceMark>,
): LedgerLine[] {
  const { countingRules: rules } = of;
  const attended = new Set([...marks].filter(([, mark]) => countsAsAttended(mark, rules)).map(([id]) => id));
  const lines = new Map<string, LedgerLine>();
  for (const { sessionId, date, year, kind, hours } of creditSessions(sessions, attended, rules.partHours)) {
    const id = `${classLinePrefix(of.id, learnerId)}:${year}:${kind}`;
    const source = { kind: 'class' as const, classId: of.id, sessions: { [sessionId]: { date, hours } } };
    const line = lines.get(id);
    if (line?.source.kind === 'class') {
      line.hours += hours;
      line.source.sessions[sessionId] = { date, hours };
      continue;
    }
    const way = kind === 'general' ? null : of.mode === 'remote' ? remoteTeaching : classTeaching;
    lines.set(id, { id, learnerId, year, kind, hours, source, way });
  }
  return [...lines.values()].filter(({ hours }) => hours > 0);
}

export function outsideLineId(entryId: string): string {
  return `outside:${entryId}`;
}

/** The line of an outside entry (第12条); none while its proof is missing. */
export function outsideLine(entry: OutsideEntry): LedgerLine | null {
  if (entry.proof === null) return null;
  const { id: entryId, learnerId, kind, hours, date, way } = entry;
  return {
    id: outsideLineId(entryId),
    learnerId,
    year: civilYear(date),
    kind,
    hours,
    source: { kind: 'outside', entryId, date },
    way,
  };
}
