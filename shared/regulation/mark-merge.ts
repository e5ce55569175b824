import { same } from '../domain/base/same.ts';
import type { AttendanceMark } from '../domain/teaching/attendance.ts';
import type { MarkClaim, SessionClaims } from '../domain/teaching/mark-claim.ts';

type ByMachine = Readonly<Record<string, MarkClaim>>;

/**
 * Two states of knowledge together: of each machine what it said last. In whatever order and however often states
 * are joined, the same comes of it.
 */
function joinClaims(one: ByMachine, other: ByMachine): Record<string, MarkClaim> {
  const joined: Record<string, MarkClaim> = { ...one };
  for (const [machine, claim] of Object.entries(other)) {
    const known = joined[machine];
    if (!known || known.sequence < claim.sequence) joined[machine] = claim;
  }
  return joined;
}

function byMoment(one: MarkClaim, other: MarkClaim): number {
  const [first, second] = [one, other].map(({ mark, entryId }) => `${mark?.at} ${entryId}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

/** What is on record of a learner at a session, and what other machines said. */
export interface Slot {
  current: AttendanceMark | undefined;
  /** The mark that an earlier claim brought. */
  written: AttendanceMark | undefined;
  claims: ByMachine;
  /** Entries that somebody decided over. */
  decided: readonly string[];
}

export interface ResolvedSlot {
  /** Marked on this machine, by hand or by decision: no claim ever replaces it. */
  own: AttendanceMark | null;
  /** What is to be on record: the own mark, else the first that was claimed. */
  mark: AttendanceMark | null;
  /** Claims that say another thing, and that nobody has decided over. */
  disputing: MarkClaim[];
}

/** What a slot comes to; it depends on what is known alone, not on the order it became known in. */
export function resolveSlot({ current, written, claims, decided }: Slot): ResolvedSlot {
  const own = current && !(written && same(current, written)) ? current : null;
  const made = Object.values(claims)
    .filter(({ mark }) => mark !== null)
    .sort(byMoment);
  const mark = own ?? made[0]?.mark ?? null;
  const disputing = made.filter(
    (claim) => claim.mark?.status !== mark?.status && !decided.includes(claim.entryId),
  );
  return { own, mark, disputing };
}

/** The claims of a session before anything came back. */
export function noClaims(sessionId: string, classId: string): SessionClaims {
  return { sessionId, classId, claims: {}, written: {}, decided: {}, walkInIds: [] };
}

/** The slot of a learner at a session. */
export function slotOf(
  marks: Readonly<Record<string, AttendanceMark>>,
  known: SessionClaims,
  learnerId: string,
): Slot {
  return {
    current: marks[learnerId],
    written: known.written[learnerId],
    claims: known.claims[learnerId] ?? {},
    decided: known.decided[learnerId] ?? [],
  };
}

interface Dispute extends ResolvedSlot {
  learnerId: string;
}

/** A session after claims came in; what it was given is left as it is. */
export interface MergedSession {
  marks: Record<string, AttendanceMark>;
  known: SessionClaims;
  /** Learners whose mark on record became another. */
  brought: string[];
  /** Learners of whom something new was said, and disputed. */
  disputed: Dispute[];
  /** Learners of whom something new was said that was on record already. */
  agreed: string[];
}

/**
 * Brings claims of another machine into a session. Only learners of whom something new is said are looked at, so
 * that the same file again changes nothing, and a mark somebody took away since does not come back.
 * @param incoming by learner, what the machine said last
 */
export function mergeSession(
  marks: Readonly<Record<string, AttendanceMark>>,
  known: SessionClaims,
  incoming: ReadonlyMap<string, MarkClaim>,
): MergedSession {
  const merged: MergedSession = {
    marks: { ...marks },
    known: { ...known, claims: { ...known.claims }, written: { ...known.written } },
    brought: [],
    disputed: [],
    agreed: [],
  };
  for (const [learnerId, claim] of incoming) {
    const before = known.claims[learnerId] ?? {};
    const claims = joinClaims(before, { [claim.machine]: claim });
    if (claims[claim.machine] === before[claim.machine]) continue;
    merged.known.claims[learnerId] = claims;
    const slot = { ...slotOf(marks, known, learnerId), claims };
    const resolved = resolveSlot(slot);
    if (resolved.own === null) {
      if (resolved.mark) {
        merged.marks[learnerId] = resolved.mark;
        merged.known.written[learnerId] = resolved.mark;
      } else {
        delete merged.marks[learnerId];
        delete merged.known.written[learnerId];
      }
    }
    if (!same(slot.current, merged.marks[learnerId])) merged.brought.push(learnerId);
    else if (resolved.disputing.length === 0) merged.agreed.push(learnerId);
    if (resolved.disputing.length > 0) merged.disputed.push({ learnerId, ...resolved });
  }
  return merged;
}

/** Of entries of one machine, what it said last of each learner, by session. */
export function claimsOf(
  machine: string,
  entries: readonly {
    id: string;
    sequence: number;
    marks: readonly { sessionId: string; learnerId: string; mark: AttendanceMark | null }[];
  }[],
): Map<string, Map<string, MarkClaim>> {
  const sessions = new Map<string, Map<string, MarkClaim>>();
  for (const { id, sequence, marks } of entries) {
    for (const { sessionId, learnerId, mark } of marks) {
      const session = sessions.get(sessionId) ?? new Map<string, MarkClaim>();
      sessions.set(sessionId, session);
      const last = session.get(learnerId);
      if (!last || last.sequence < sequence) session.set(learnerId, { machine, entryId: id, sequence, mark });
    }
  }
  return sessions;
}
