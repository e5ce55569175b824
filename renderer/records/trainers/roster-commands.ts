import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import {
  type NamedTrainer,
  type Trainer,
  type TrainerDetails,
  trainerDetails,
  trainerKey,
} from '../../../shared/domain/people/trainer.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { resolveTrainers } from '../../../shared/regulation/trainer-roster.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { namedTrainers, toTrainerRow } from '../sealing/trainer-rows.ts';

/** @throws Refusal trainerExists where the roster has the person already */
async function refuseTaken(rows: readonly Trainer[], { database }: CommandContext): Promise<void> {
  const ids = new Set(rows.map(({ id }) => id));
  const others = (await namedTrainers(database)).filter(({ id }) => !ids.has(id));
  const taken = new Set(others.map(trainerKey));
  for (const { person, learnerId } of rows) {
    if (person && taken.has(trainerKey(person))) throw refusal('trainerExists', { name: person.name });
    const same = others.find((other) => learnerId !== null && other.learnerId === learnerId);
    if (same) throw refusal('trainerExists', { name: same.name });
    if (person) taken.add(trainerKey(person));
  }
}

async function refuseLearnerUnknown(
  { learnerId }: TrainerDetails,
  { database }: CommandContext,
): Promise<void> {
  if (learnerId !== null) await mustGet(database, 'learners', learnerId, '学员');
}

/** Puts a trainer on the roster (第23条); one who is also a learner is one record with it. */
export const addTrainer = defineCommand({
  name: 'addTrainer',
  label: '添加教师',
  event: 'trainerAdded',
  roles: administratorOnly,
  input: trainerDetails,
  async perform(details, context) {
    await refuseLearnerUnknown(details, context);
    const row = toTrainerRow(context.database.vault, context.newId(), details);
    await refuseTaken([row], context);
    await context.write.put('trainers', row);
    return row.id;
  },
});

/** @throws Refusal trainerExists where the person has been put on the roster again */
async function refuseUndoTaken({ changes }: JournalEntry, context: CommandContext): Promise<void> {
  const back = changes.flatMap((change) =>
    change.table === 'trainers' && 'removed' in change ? [change.removed as unknown as Trainer] : [],
  );
  await refuseTaken(back, context);
}

export const editTrainer = defineCommand({
  name: 'editTrainer',
  label: '修改教师',
  event: 'trainerEdited',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), details: trainerDetails }),
  async perform({ id, details }, context) {
    const before = await mustGet(context.database, 'trainers', id, '教师');
    await refuseLearnerUnknown(details, context);
    const row = toTrainerRow(context.database.vault, id, details, before);
    await refuseTaken([row], context);
    await context.write.put('trainers', row);
  },
});

/** What keeps a trainer on the roster: whoever taught, was appointed, valued or paid stays on record. */
async function recordsOf(
  id: string,
  roster: readonly NamedTrainer[],
  { database: { rows } }: CommandContext,
): Promise<string | null> {
  const taught = await rows.sessions
    .filter((session) => Object.values(resolveTrainers(session, roster)).includes(id))
    .first();
  if (taught) return '课次';
  if ((await rows.appointments.where('trainerId').equals(id).count()) > 0) return '聘书';
  if ((await rows.trainerScores.where('trainerId').equals(id).count()) > 0) return '评分';
  return (await rows.fundEntries.where('trainerId').equals(id).count()) > 0 ? '课酬' : null;
}

export const removeTrainer = defineCommand({
  name: 'removeTrainer',
  label: '删除教师',
  event: 'trainerRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  refuseUndo: refuseUndoTaken,
  async perform({ id }, context) {
    const roster = await namedTrainers(context.database);
    const trainer = roster.find((one) => one.id === id);
    if (!trainer) throw refusal('notFound', { what: '教师' });
    const what = await recordsOf(id, roster, context);
    if (what) throw refusal('trainerInUse', { name: trainer.name, what });
    await context.write.remove('trainers', id);
  },
});

/** All rows of a sheet or none. @throws Refusal trainerExists */
export const importTrainers = defineCommand({
  name: 'importTrainers',
  label: '导入教师',
  event: 'trainersImported',
  roles: administratorOnly,
  input: z.object({ trainers: z.array(trainerDetails).min(1).max(2000) }),
  async perform({ trainers }, context) {
    const rows = trainers.map((details) => toTrainerRow(context.database.vault, context.newId(), details));
    await refuseTaken(rows, context);
    await context.write.put('trainers', ...rows);
    return rows.length;
  },
});
