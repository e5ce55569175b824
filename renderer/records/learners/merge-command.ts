import { z } from 'zod';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import { identityKey } from '../../../shared/domain/people/identity-document.ts';
import type { Learner } from '../../../shared/domain/people/learner.ts';
import type { ClassAssessment } from '../../../shared/domain/teaching/assessment.ts';
import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { findDuplicate } from '../../../shared/regulation/outside-hours.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { openLearner, toLearnerRow } from '../sealing/learner-rows.ts';

function renamedKey<Value>(record: Record<string, Value>, from: string, to: string): Record<string, Value> {
  const { [from]: value, ...rest } = record;
  return value === undefined ? rest : { ...rest, [to]: value };
}

/** @throws Refusal outsideEntryDuplicate where both have registered the same: it would count twice */
async function moveHoursAndCharges(
  keep: Pick<Learner, 'id' | 'name'>,
  duplicateId: string,
  { database, write }: CommandContext,
): Promise<void> {
  const { outsideEntries, transcripts, charges } = database.rows;
  const [own, moved, issued, charged] = await Promise.all([
    outsideEntries.where('learnerId').equals(keep.id).toArray(),
    outsideEntries.where('learnerId').equals(duplicateId).toArray(),
    transcripts.where('learnerId').equals(duplicateId).toArray(),
    charges.where('learnerId').equals(duplicateId).toArray(),
  ]);
  const entries = moved.map((row) => ({ ...row, learnerId: keep.id }));
  for (const entry of entries) {
    const other = findDuplicate(entry, own)?.other;
    if (other) {
      const why = `两条记录都登记了 ${other.date} 的“${other.title}”，请先删除其中一条`;
      throw refusal('outsideEntryDuplicate', { name: keep.name, why });
    }
  }
  await write.put('outsideEntries', ...entries);
  await write.put('transcripts', ...issued.map((row) => ({ ...row, learnerId: keep.id })));
  await write.put('charges', ...charged.map((row) => ({ ...row, learnerId: keep.id })));
}

/** A trainer who is the duplicate is the record kept from now on. @throws Refusal trainerExists where both are */
async function moveTrainer(
  keep: Pick<Learner, 'id' | 'name'>,
  duplicateId: string,
  { database, write }: CommandContext,
): Promise<void> {
  const { trainers } = database.rows;
  const moved = await trainers.where('learnerId').equals(duplicateId).first();
  if (!moved) return;
  if (await trainers.where('learnerId').equals(keep.id).first())
    throw refusal('trainerExists', { name: keep.name });
  await write.put('trainers', { ...moved, learnerId: keep.id });
}

/**
 * Makes two records of one person one: what hangs on the duplicate moves to the record kept, its
 * documents become former documents. Issued certificates keep their frozen content.
 * @throws Refusal mergeSharesClass when both are in one class: whose marks count is not ours to guess
 */
export const mergeLearners = defineCommand({
  name: 'mergeLearners',
  label: '合并学员',
  event: 'learnersMerged',
  roles: whoServes,
  input: z.object({ keepId: z.uuid(), duplicateId: z.uuid() }),
  async perform({ keepId, duplicateId }, context) {
    const { database, write } = context;
    if (keepId === duplicateId) throw refusal('mergeWithSelf');
    const { enrolments, classes, attendance, assessments, certificates } = database.rows;
    const stored = await mustGet(database, 'learners', keepId, '要保留的学员');
    const keep = openLearner(database.vault, stored);
    const duplicate = openLearner(
      database.vault,
      await mustGet(database, 'learners', duplicateId, '要合并的学员'),
    );
    const [kept, moved] = await Promise.all(
      [keepId, duplicateId].map((id) => enrolments.where('learnerId').equals(id).toArray()),
    );
    const keptClasses = new Set(kept?.map(({ classId }) => classId));
    const shared = (moved ?? []).map(({ classId }) => classId).filter((classId) => keptClasses.has(classId));
    if (shared.length > 0) {
      const titles = (await classes.bulkGet(shared)).map((found) => found?.title ?? '');
      throw refusal('mergeSharesClass', { classes: titles.join('、') });
    }
    const classIds = (moved ?? []).map(({ classId }) => classId);
    const marked = await attendance.where('classId').anyOf(classIds).toArray();
    const assessed = (await assessments.bulkGet(classIds)).filter((found) => found !== undefined);
    const issued = await certificates.where('learnerId').equals(duplicateId).toArray();
    await write.put('enrolments', ...(moved ?? []).map((row) => ({ ...row, learnerId: keepId })));
    await write.put(
      'attendance',
      ...marked.map(
        (row): SessionAttendance => ({ ...row, marks: renamedKey(row.marks, duplicateId, keepId) }),
      ),
    );
    await write.put(
      'assessments',
      ...assessed.map(
        (row): ClassAssessment => ({ ...row, results: renamedKey(row.results, duplicateId, keepId) }),
      ),
    );
    await write.put('certificates', ...issued.map((row) => ({ ...row, learnerId: keepId })));
    await moveHoursAndCharges(keep, duplicateId, context);
    await moveTrainer(keep, duplicateId, context);
    await write.remove('learners', duplicateId);
    const former = [...keep.formerDocuments, duplicate.document, ...duplicate.formerDocuments];
    const formerDocuments = former.filter(
      (document, index) =>
        identityKey(document) !== identityKey(keep.document) &&
        former.findIndex((other) => identityKey(other) === identityKey(document)) === index,
    );
    await write.put(
      'learners',
      toLearnerRow(
        database.vault,
        {
          ...keep,
          phone: keep.phone || duplicate.phone,
          employerId: keep.employerId ?? duplicate.employerId,
          formerDocuments,
        },
        stored,
      ),
    );
  },
});
