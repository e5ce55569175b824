import { describeSession, type SessionDetails } from '../domain/teaching/session.ts';
import { timesOverlap } from './session-conflict.ts';

/** Two things at once: of a trainer, a place, or a learner. */
export interface TimetableConflict {
  kind: 'trainer' | 'place' | 'learner';
  /** The trainer's, place's or learner's name. */
  name: string;
  learnerId?: string;
  session: Pick<SessionDetails, 'date' | 'startTime'>;
  /** The class whose session is in the way. */
  otherClass: string;
}

/** The trainers a session names; several are written side by side. */
export function trainersOf({ trainerName }: Pick<SessionDetails, 'trainerName'>): string[] {
  return trainerName
    .split(/[、，,;；/／]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Whether a name stands for two trainers of the roster, one in each session. */
function areNamesakes(name: string, a: SessionDetails, b: SessionDetails): boolean {
  const [here, there] = [a.trainerIds[name], b.trainerIds[name]];
  return here !== undefined && there !== undefined && here !== there;
}

function placeOf({ mode, place }: Pick<SessionDetails, 'mode' | 'place'>): string | null {
  const tidy = place.normalize('NFKC').replace(/\s+/g, '');
  return mode === 'remote' || tidy === '' ? null : tidy;
}

/**
 * Which trainers and which place two sessions of different classes both need at the same time; none where
 * either says why it shares them.
 */
export function occupiedByBoth(
  a: SessionDetails,
  b: SessionDetails,
): { kind: 'trainer' | 'place'; name: string }[] {
  if (!timesOverlap(a, b) || a.sharedReason || b.sharedReason) return [];
  const others = new Set(trainersOf(b));
  const trainers = trainersOf(a).filter((name) => others.has(name) && !areNamesakes(name, a, b));
  const place = placeOf(a);
  return [
    ...trainers.map((name) => ({ kind: 'trainer' as const, name })),
    ...(place !== null && place === placeOf(b) ? [{ kind: 'place' as const, name: a.place }] : []),
  ];
}

/** A conflict in words: `周老师 2026年3月7日 周六 09:00 已在“…”上课`. */
export function describeConflict({ kind, name, session, otherClass }: TimetableConflict): string {
  const when = describeSession(session);
  if (kind === 'place') return `${name} ${when} 已被“${otherClass}”使用`;
  return kind === 'trainer'
    ? `${name} ${when} 已在“${otherClass}”授课`
    : `学员 ${name} ${when} 已在“${otherClass}”上课`;
}

const named = 4;

/** Conflicts as one phrase: the first few and how many in all, with the way out where there is one. */
export function describeConflicts(conflicts: readonly TimetableConflict[]): string {
  const first = conflicts.slice(0, named).map(describeConflict).join('；');
  const more = conflicts.length > named ? `等 ${conflicts.length} 处` : '';
  const isShareable = conflicts.every(({ kind }) => kind !== 'learner');
  return `${first}${more}${isShareable ? '。请换时间、教师或教室；确系合班或共用的，请在课次里写明“合班或共用说明”' : ''}`;
}
