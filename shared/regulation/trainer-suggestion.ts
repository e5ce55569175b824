import { isInService, type NamedTrainer } from '../domain/people/trainer.ts';
import type { Session, SessionDetails } from '../domain/teaching/session.ts';
import { timesOverlap } from './session-conflict.ts';
import { resolveTrainers } from './trainer-roster.ts';

export interface SuggestedTrainer {
  trainer: NamedTrainer;
  /** The fields the session is about. */
  fields: string[];
  isFree: boolean;
  /** Mean of all valuations, of 100; null without one. */
  score: number | null;
}

export interface SuggestionCase {
  session: SessionDetails;
  /** What it is about beside its topic: title and content of class and course. */
  about: string;
  roster: readonly NamedTrainer[];
  /** Other sessions on that date. */
  sameDay: readonly Session[];
  scores: ReadonlyMap<string, number | null>;
}

/**
 * Trainers in service for a session: those whose field it is first, of these the free before the taken,
 * then the better valued. Who teaches another subject kind is left out.
 */
export function suggestTrainers({
  session,
  about,
  roster,
  sameDay,
  scores,
}: SuggestionCase): SuggestedTrainer[] {
  const words = `${session.topic} ${about}`;
  const busy = new Set(
    sameDay
      .filter((other) => timesOverlap(session, other))
      .flatMap((other) => Object.values(resolveTrainers(other, roster))),
  );
  return roster
    .filter((trainer) => isInService(trainer, session.date))
    .filter(({ subjects }) => subjects.length === 0 || subjects.includes(session.subjectKind))
    .map((trainer) => ({
      trainer,
      fields: trainer.fields.filter((field) => words.includes(field)),
      isFree: !busy.has(trainer.id),
      score: scores.get(trainer.id) ?? null,
    }))
    .sort(
      (a, b) =>
        Number(b.fields.length > 0) - Number(a.fields.length > 0) ||
        Number(b.isFree) - Number(a.isFree) ||
        b.fields.length - a.fields.length ||
        (b.score ?? -1) - (a.score ?? -1) ||
        a.trainer.name.localeCompare(b.trainer.name, 'zh-CN'),
    );
}
