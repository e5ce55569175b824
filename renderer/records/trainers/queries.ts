import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import type { FundEntry } from '../../../shared/domain/money/fund-entry.ts';
import type { Appointment } from '../../../shared/domain/people/appointment.ts';
import type { NamedTrainer } from '../../../shared/domain/people/trainer.ts';
import { meanScore, type TrainerScore } from '../../../shared/domain/people/trainer-score.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { TrainerContact } from '../../../shared/papers/people/trainer-sheet.ts';
import { hoursTaught, resolveTrainers, trainerFaults } from '../../../shared/regulation/trainer-roster.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { Vault } from '../../database/vault.ts';
import { namedTrainers, openTrainer } from '../sealing/trainer-rows.ts';

/** One trainer with what the base knows of a civil year. */
export interface RosterLine {
  trainer: NamedTrainer;
  appointments: Appointment[];
  hours: number;
  sessions: number;
  /** Mean of all valuations, of 100; null without one. */
  score: number | null;
  paidFen: number;
  faults: string[];
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** The sessions of a civil year. */
function sessionsOfYear({ rows }: BaseDatabase, year: number): Promise<Session[]> {
  return rows.sessions.where('date').between(`${year}-01-01`, `${year}-12-31`, true, true).toArray();
}

/** The roster with hours taught, valuations and fees of a civil year. */
export async function rosterOf(database: BaseDatabase, year: number, today: string): Promise<RosterLine[]> {
  const { appointments, trainerScores, fundEntries } = database.rows;
  const [trainers, sessions, letters, scores, fees] = await Promise.all([
    namedTrainers(database),
    sessionsOfYear(database, year),
    appointments.toArray(),
    trainerScores.toArray(),
    fundEntries.where('trainerId').above('').toArray(),
  ]);
  const taught = hoursTaught(sessions, trainers, year, today);
  const lettersOf = grouped(letters, ({ trainerId }) => trainerId);
  const scoresOf = grouped(scores, ({ trainerId }) => trainerId);
  const feesOf = grouped(fees, ({ trainerId }) => trainerId ?? '');
  return trainers.map((trainer) => {
    const own = lettersOf.get(trainer.id) ?? [];
    const paid = (feesOf.get(trainer.id) ?? []).filter(({ date }) => civilYear(date) === year);
    return {
      trainer,
      appointments: own.sort((a, b) => b.from.localeCompare(a.from)),
      hours: taught.get(trainer.id)?.hours ?? 0,
      sessions: taught.get(trainer.id)?.sessions ?? 0,
      score: meanScore(scoresOf.get(trainer.id) ?? []),
      paidFen: sumFen(paid.map(({ amountFen }) => amountFen)),
      faults: trainerFaults(trainer, own, today),
    };
  });
}

/** Trainers with phone and bank account opened, as they are written into a file. @throws Refusal sealBroken */
export function trainerContacts(
  vault: Vault,
  lines: readonly Pick<RosterLine, 'trainer'>[],
): TrainerContact[] {
  return lines.map(({ trainer }) => {
    const { person, bankAccount } = openTrainer(vault, trainer);
    return { trainer, phone: person?.phone ?? '', bankAccount };
  });
}

/** A class that a trainer taught in, with the valuation of it. */
export interface TaughtClass {
  classId: string;
  title: string;
  score: TrainerScore | undefined;
}

export interface TrainerWork {
  /** Hours and sessions by civil year, the latest first. */
  years: { year: number; hours: number; sessions: number }[];
  classes: TaughtClass[];
  fees: (FundEntry & { classTitle: string })[];
}

/** What one trainer taught, was valued and paid. */
export async function workOf(database: BaseDatabase, trainerId: string, today: string): Promise<TrainerWork> {
  const { rows } = database;
  const [roster, scores, fees] = await Promise.all([
    namedTrainers(database),
    rows.trainerScores.where('trainerId').equals(trainerId).toArray(),
    rows.fundEntries.where('trainerId').equals(trainerId).toArray(),
  ]);
  const sessions = await rows.sessions
    .filter((session) => Object.values(resolveTrainers(session, roster)).includes(trainerId))
    .toArray();
  const years = [...new Set(sessions.map(({ date }) => civilYear(date)))].sort((a, b) => b - a);
  const classIds = [...new Set([...sessions, ...fees, ...scores].map(({ classId }) => classId))];
  const classes = await rows.classes.bulkGet(classIds);
  const titles = new Map(classIds.map((id, index) => [id, classes[index]?.title ?? '']));
  return {
    years: years.flatMap((year) => {
      const own = hoursTaught(sessions, roster, year, today).get(trainerId);
      return own ? [{ year, ...own }] : [];
    }),
    classes: classIds.map((classId) => ({
      classId,
      title: titles.get(classId) ?? '',
      score: scores.find((score) => score.classId === classId),
    })),
    fees: fees
      .map((fee) => ({ ...fee, classTitle: titles.get(fee.classId) ?? '' }))
      .sort((a, b) => b.date.localeCompare(a.date)),
  };
}
