import { z } from 'zod';
import type { Actor } from '../../../shared/domain/base/actor.ts';
import { holdsRole, whoServes } from '../../../shared/domain/base/actor.ts';
import { acts } from '../../../shared/domain/base/acts.ts';
import { doubtfulCreditCode, readCreditCode } from '../../../shared/domain/people/credit-code.ts';
import { type Employer, employerDetails } from '../../../shared/domain/people/employer.ts';
import { phone } from '../../../shared/domain/people/learner.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { sealContactPhone } from '../sealing/contact-phone.ts';

export const employerInput = employerDetails.extend({
  creditCode: doubtfulCreditCode.nullable(),
  contactPhone: phone,
  /** Why a code that fails its check is taken; only an administrator's counts. */
  creditCodeReason: z.string().trim().max(200).default(''),
});

/** @throws Refusal creditCodeDoubtful unless an administrator gives a reason (GB 32100-2015) */
function acceptedReason(code: string | null, reason: string, actor: Actor): string {
  if (code === null || readCreditCode(code).ok) return '';
  if (reason.length < 2 || !holdsRole(actor, acts.overrideCreditCode.roles))
    throw refusal('creditCodeDoubtful');
  return reason;
}

/** What is known of an employer beyond the name its rosters give (第8条 asks about ownership). */
export const editEmployer = defineCommand({
  name: 'editEmployer',
  label: '修改单位',
  event: 'employerEdited',
  roles: whoServes,
  input: employerInput.extend({ id: z.uuid() }),
  async perform(
    { id, contactPhone, creditCodeReason, ...details },
    { database, write, actor },
  ): Promise<Employer> {
    const before = await mustGet(database, 'employers', id, '单位');
    const holder = await database.rows.employers.where('name').equals(details.name).first();
    if (holder && holder.id !== id) throw refusal('employerNameTaken', { name: details.name });
    const employer = {
      ...before,
      ...details,
      creditCodeReason: acceptedReason(details.creditCode, creditCodeReason, actor),
      contactPhone: sealContactPhone(database.vault, before, contactPhone),
    };
    await write.put('employers', employer);
    return employer;
  },
});

/** Two spellings of one employer become one; everybody of the duplicate goes to the one kept. */
export const mergeEmployers = defineCommand({
  name: 'mergeEmployers',
  label: '合并单位',
  event: 'employersMerged',
  roles: whoServes,
  input: z.object({ keepId: z.uuid(), duplicateId: z.uuid() }),
  async perform({ keepId, duplicateId }, { database, write }) {
    if (keepId === duplicateId) throw refusal('mergeWithSelf');
    await mustGet(database, 'employers', keepId, '要保留的单位');
    await mustGet(database, 'employers', duplicateId, '要合并的单位');
    const people = await database.rows.learners.where('employerId').equals(duplicateId).toArray();
    const [charges, receipts] = await Promise.all([
      database.rows.charges.where('employerId').equals(duplicateId).toArray(),
      database.rows.receipts.where('employerId').equals(duplicateId).toArray(),
    ]);
    await write.put('learners', ...people.map((learner) => ({ ...learner, employerId: keepId })));
    await write.put('charges', ...charges.map((charge) => ({ ...charge, employerId: keepId })));
    await write.put('receipts', ...receipts.map((receipt) => ({ ...receipt, employerId: keepId })));
    await write.remove('employers', duplicateId);
    return people.length;
  },
});

export const removeEmployer = defineCommand({
  name: 'removeEmployer',
  label: '删除单位',
  event: 'employerRemoved',
  roles: whoServes,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, { database, write }) {
    const { name } = await mustGet(database, 'employers', id, '单位');
    const people = await database.rows.learners.where('employerId').equals(id).count();
    if (people > 0) throw refusal('employerInUse', { name, people });
    const charged =
      (await database.rows.charges.where('employerId').equals(id).count()) +
      (await database.rows.receipts.where('employerId').equals(id).count());
    if (charged > 0) throw refusal('employerHasCharges', { name });
    await write.remove('employers', id);
  },
});
