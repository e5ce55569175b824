import { type CivilDate, civilYear } from '../domain/base/civil-date.ts';
import { type Appointment, isAppointedOn } from '../domain/people/appointment.ts';
import { expiredOn, isInService, type NamedTrainer, type Trainer } from '../domain/people/trainer.ts';
import type { Session, SessionDetails } from '../domain/teaching/session.ts';
import { countCreditHours } from './credit-hours.ts';
import { trainersOf } from './timetable-conflict.ts';

/** How many trainers a base has on both axes of 第23条; each axis adds up to the total. */
export interface TrainerRatio {
  total: number;
  fullTime: number;
  partTime: number;
  inRegion: number;
  outOfRegion: number;
  /** 副高 and 正高. */
  senior: number;
}

/** Counts the trainers in service on a day (第23条). */
export function trainerRatio(
  trainers: readonly Pick<NamedTrainer, 'employment' | 'origin' | 'leftOn' | 'titleLevel'>[],
  day: CivilDate,
): TrainerRatio {
  const serving = trainers.filter((trainer) => isInService(trainer, day));
  const count = (test: (trainer: (typeof serving)[number]) => boolean) => serving.filter(test).length;
  return {
    total: serving.length,
    fullTime: count(({ employment }) => employment === 'fullTime'),
    partTime: count(({ employment }) => employment === 'partTime'),
    inRegion: count(({ origin }) => origin === 'inRegion'),
    outOfRegion: count(({ origin }) => origin === 'outOfRegion'),
    senior: count(({ titleLevel }) => titleLevel === 'senior' || titleLevel === 'associateSenior'),
  };
}

/** What has to be seen to in a trainer's record on a day: papers that ran out, no appointment in force. */
export function trainerFaults(
  trainer: Pick<Trainer, 'employment' | 'leftOn' | 'certificates'>,
  appointments: readonly Appointment[],
  day: CivilDate,
): string[] {
  if (!isInService(trainer, day)) return [];
  const expired = expiredOn(trainer.certificates, day).map(
    ({ title, expiresOn }) => `${title}已于 ${expiresOn} 到期`,
  );
  const lacksLetter =
    trainer.employment === 'partTime' && !appointments.some((appointment) => isAppointedOn(appointment, day));
  return [...expired, ...(lacksLetter ? ['兼职，没有在期的聘书'] : [])];
}

type Known = Pick<NamedTrainer, 'id' | 'name' | 'formerNames' | 'leftOn'>;

/**
 * Which trainers of the roster the names of a session stand for. What was decided stays; of a name that
 * several bear nobody is guessed.
 */
export function resolveTrainers(
  session: Pick<SessionDetails, 'trainerName' | 'trainerIds' | 'date'>,
  roster: readonly Known[],
): Record<string, string> {
  const resolved: Record<string, string> = {};
  for (const name of trainersOf(session)) {
    const bearers = roster.filter((one) => one.name === name || one.formerNames.includes(name));
    const decided = bearers.find(({ id }) => id === session.trainerIds[name]);
    const serving = bearers.filter((one) => isInService(one, session.date));
    const only = serving.length === 1 ? serving[0] : undefined;
    const found = decided ?? only;
    if (found) resolved[name] = found.id;
  }
  return resolved;
}

/** Hours taught in one civil year: those of the sessions, counted as learners' hours are (第10条). */
export interface HoursTaught {
  hours: number;
  sessions: number;
}

/**
 * What each trainer taught in a civil year up to a day, by trainer id. Minutes are added up per class and
 * kind before they are divided, as for a learner who attended all of it.
 */
export function hoursTaught(
  sessions: readonly Session[],
  roster: readonly Known[],
  year: number,
  today: CivilDate,
): Map<string, HoursTaught> {
  const taught = new Map<string, Map<string, Session[]>>();
  for (const session of sessions) {
    if (civilYear(session.date) !== year || session.date > today) continue;
    for (const id of Object.values(resolveTrainers(session, roster))) {
      const classes = taught.get(id) ?? new Map<string, Session[]>();
      classes.set(session.classId, [...(classes.get(session.classId) ?? []), session]);
      taught.set(id, classes);
    }
  }
  return new Map(
    [...taught].map(([id, classes]) => {
      const each = [...classes.values()];
      // A make-up was taught as well as what it makes up for.
      const alone = each.map((own) => own.map((session) => ({ ...session, makesUpFor: null })));
      const hours = alone.map(
        (own) => countCreditHours(own, new Set(own.map((session) => session.id))).total,
      );
      return [
        id,
        {
          hours: hours.reduce((sum, one) => sum + one, 0),
          sessions: each.reduce((sum, own) => sum + own.length, 0),
        },
      ];
    }),
  );
}
