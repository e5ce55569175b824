import { z } from 'zod';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import { hasCheckDigit, identityKey, readDocument } from '../../../shared/domain/people/identity-document.ts';
import { type LearnerDetails, learnerDetails, learnerNumber } from '../../../shared/domain/people/learner.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { describeDocumentFault } from '../../../shared/exchange/roster/cell-values.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import { ensureEmployers } from '../employers/ensure-employers.ts';
import { mustGet } from '../lookups.ts';
import { openLearner, toLearnerRow } from '../sealing/learner-rows.ts';

/** What a form or sheet gives: the employer by name, added where unknown. */
export const learnerInput = learnerDetails
  .omit({ employerId: true })
  .extend({ employerName: z.string().trim().max(80) });
type LearnerInput = z.output<typeof learnerInput>;

/** Checks what the schema alone can't: the document's own rules and what it says of the person. */
export function readDetails(input: LearnerInput, employerId: string | null, today: string): LearnerDetails {
  const { employerName: _, ...stated } = input;
  const reading = readDocument(input.document.kind, input.document.number, today);
  if (!reading.ok) {
    throw refusal('documentInvalid', { name: input.name, reason: describeDocumentFault(reading.fault) });
  }
  if (reading.sex !== null && reading.sex !== input.sex)
    throw refusal('sexDiffersFromDocument', { name: input.name });
  return { ...stated, employerId, document: reading.document };
}

async function refuseTaken(row: LearnerRow, { database }: CommandContext): Promise<void> {
  const holders = await database.rows.learners.where('identities').anyOf(row.identities).toArray();
  const other = holders.find((holder) => holder.id !== row.id);
  if (other) throw refusal('learnerExists', { name: other.name, lastFour: other.lastFour });
}

export const addLearner = defineCommand({
  name: 'addLearner',
  label: '添加学员',
  event: 'learnerAdded',
  roles: whoServes,
  input: learnerInput,
  async perform(input, context) {
    const employerIds = await ensureEmployers([input.employerName], context);
    const details = readDetails(input, [...employerIds.values()][0] ?? null, context.today);
    const number = learnerNumber(await context.write.take('learner', 1));
    const row = toLearnerRow(context.database.vault, {
      ...details,
      id: context.newId(),
      number,
      formerDocuments: [],
    });
    await refuseTaken(row, context);
    await context.write.put('learners', row);
    return row;
  },
});

export const editLearner = defineCommand({
  name: 'editLearner',
  label: '修改学员',
  event: 'learnerEdited',
  roles: whoServes,
  input: learnerInput.extend({ id: z.uuid() }),
  refuseUndo: refuseIdentityTaken,
  async perform({ id, ...input }, context) {
    const { vault } = context.database;
    const stored = await mustGet(context.database, 'learners', id, `学员 ${input.name}`);
    const before = openLearner(vault, stored);
    const employerIds = await ensureEmployers([input.employerName], context);
    const details = readDetails(input, [...employerIds.values()][0] ?? null, context.today);
    const formerDocuments = before.formerDocuments.filter(
      (document) => identityKey(document) !== identityKey(details.document),
    );
    // A document without a check digit is renewed over time; one with it was only typed wrong.
    if (identityKey(before.document) !== identityKey(details.document) && !hasCheckDigit(before.document)) {
      formerDocuments.push(before.document);
    }
    const row = toLearnerRow(vault, { ...details, id, number: before.number, formerDocuments }, stored);
    await refuseTaken(row, context);
    await context.write.put('learners', row);
    return row;
  },
});

/** @throws Refusal learnerExists where somebody else has taken a document of the row that would come back */
async function refuseIdentityTaken({ changes }: JournalEntry, { database }: CommandContext): Promise<void> {
  for (const change of changes.filter(({ table }) => table === 'learners')) {
    const before = 'removed' in change ? (change.removed as unknown as LearnerRow).identities : [];
    const edited = 'edits' in change ? change.edits.find(({ path }) => path[0] === 'identities')?.before : [];
    const identities = [...before, ...((edited ?? []) as string[])];
    const holder = await database.rows.learners.where('identities').anyOf(identities).first();
    if (holder && holder.id !== change.key) {
      throw refusal('learnerExists', { name: holder.name, lastFour: holder.lastFour });
    }
  }
}

async function classTitlesOf(learnerId: string, { database }: CommandContext): Promise<string[]> {
  const enrolments = await database.rows.enrolments.where('learnerId').equals(learnerId).toArray();
  const classes = await database.rows.classes.bulkGet(enrolments.map((enrolment) => enrolment.classId));
  return classes.map((found) => found?.title ?? '');
}

export const removeLearner = defineCommand({
  name: 'removeLearner',
  label: '删除学员',
  event: 'learnerRemoved',
  roles: whoServes,
  input: z.object({ id: z.uuid() }),
  refuseUndo: refuseIdentityTaken,
  async perform({ id }, context) {
    const learner = await mustGet(context.database, 'learners', id, '学员');
    const classes = await classTitlesOf(id, context);
    const issued = await context.database.rows.certificates.where('learnerId').equals(id).first();
    if (issued) classes.push(issued.snapshot.classTitle);
    if (classes.length > 0)
      throw refusal('learnerInUse', { name: learner.name, classes: classes.join('、') });
    const { outsideEntries, transcripts } = context.database.rows;
    const proven =
      (await outsideEntries.where('learnerId').equals(id).count()) +
      (await transcripts.where('learnerId').equals(id).count());
    if (proven > 0) throw refusal('learnerHasHours', { name: learner.name });
    const charged = await context.database.rows.charges.where('learnerId').equals(id).count();
    if (charged > 0) throw refusal('learnerHasCharges', { name: learner.name });
    if (await context.database.rows.trainers.where('learnerId').equals(id).first()) {
      throw refusal('learnerIsTrainer', { name: learner.name });
    }
    await context.write.remove('learners', id);
  },
});
