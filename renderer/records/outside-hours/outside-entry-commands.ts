import { z } from 'zod';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import {
  certificateKeyOf,
  type OutsideEntry,
  outsideEntryDetails,
  proofFile,
} from '../../../shared/domain/teaching/outside-entry.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import {
  type Duplicate,
  describeOutsideFault,
  findDuplicate,
  outsideFaults,
} from '../../../shared/regulation/outside-hours.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

export const outsideEntryInput = outsideEntryDetails.extend({ proof: proofFile.nullable() });
export type OutsideEntryInput = z.output<typeof outsideEntryInput>;

/** What stands against an entry because of one that is there, in words. */
function describeDuplicate(
  { why, other }: Duplicate<Pick<OutsideEntry, 'title' | 'date' | 'issuer' | 'certificateNumber'>>,
  holder: string,
): string {
  switch (why) {
    case 'sameCertificate':
      return `证明 ${other.certificateNumber}（${other.issuer}）已经登记过`;
    case 'certificateOfAnother':
      return `证明 ${other.certificateNumber}（${other.issuer}）已登记给 ${holder}`;
    case 'sameEvent':
      return `${other.date} 的“${other.title}”已经登记过`;
    case 'sameProof':
      return `同一份证明文件已用于“${other.title}”`;
  }
}

/** Every entry that could prove the same: the person's own, and the holder of the same certificate. */
async function entriesLike(
  details: OutsideEntryInput,
  { database }: Pick<CommandContext, 'database'>,
): Promise<OutsideEntry[]> {
  const { outsideEntries } = database.rows;
  const key = certificateKeyOf(details);
  const [own, same] = await Promise.all([
    outsideEntries.where('learnerId').equals(details.learnerId).toArray(),
    key === '' ? [] : outsideEntries.where('certificateKey').equals(key).toArray(),
  ]);
  return [...own, ...same.filter(({ learnerId }) => learnerId !== details.learnerId)];
}

/**
 * Refuses what the measures or another record have against an entry (第12条).
 * @param except the entry itself, where it is one that is changed
 * @throws Refusal outsideEntryRefused, outsideEntryDuplicate, ownCertificate
 */
async function refuseOutsideEntry(
  details: OutsideEntryInput,
  except: string | null,
  context: CommandContext,
): Promise<void> {
  const { rows } = context.database;
  const { name } = await mustGet(context.database, 'learners', details.learnerId, '学员');
  const faults = outsideFaults(details, context.today);
  if (faults.length > 0) {
    throw refusal('outsideEntryRefused', { name, reasons: faults.map(describeOutsideFault).join('；') });
  }
  const number = details.certificateNumber.trim();
  if (number !== '' && (await rows.certificates.where('number').equals(number).first()))
    throw refusal('ownCertificate', { number });
  const known = (await entriesLike(details, context)).filter(({ id }) => id !== except);
  const duplicate = findDuplicate(details, known);
  if (!duplicate) return;
  const holder = (await rows.learners.get(duplicate.other.learnerId))?.name ?? '另一名学员';
  throw refusal('outsideEntryDuplicate', { name, why: describeDuplicate(duplicate, holder) });
}

/** Checks and writes one entry; its hours count as soon as it has a proof. */
async function writeOutsideEntry(
  details: OutsideEntryInput,
  id: string,
  except: string | null,
  context: CommandContext,
): Promise<OutsideEntry> {
  await refuseOutsideEntry(details, except, context);
  const entry: OutsideEntry = {
    ...details,
    id,
    certificateKey: certificateKeyOf(details),
    unprovenDate: details.proof === null ? details.date : null,
    at: context.at,
    by: context.actor.name,
  };
  await context.write.put('outsideEntries', entry);
  return entry;
}

/** @throws Refusal where what would come back is there by now in another entry */
async function refuseUndoneDuplicate({ changes }: JournalEntry, context: CommandContext): Promise<void> {
  for (const change of changes) {
    if ('removed' in change && change.table === 'outsideEntries') {
      await refuseOutsideEntry(change.removed as unknown as OutsideEntry, change.key, context);
    }
  }
}

/** Registers hours earned elsewhere (第12条). */
export const addOutsideEntry = defineCommand({
  name: 'addOutsideEntry',
  label: '登记外部学时',
  event: 'outsideEntryAdded',
  roles: whoServes,
  input: outsideEntryInput,
  refuseUndo: async () => undefined,
  perform: (details, context) => writeOutsideEntry(details, context.newId(), null, context),
});

export const editOutsideEntry = defineCommand({
  name: 'editOutsideEntry',
  label: '修改外部学时',
  event: 'outsideEntryEdited',
  roles: whoServes,
  input: outsideEntryInput.extend({ id: z.uuid() }),
  async perform({ id, ...details }, context) {
    await mustGet(context.database, 'outsideEntries', id, '外部学时');
    return writeOutsideEntry(details, id, id, context);
  },
});

export const removeOutsideEntry = defineCommand({
  name: 'removeOutsideEntry',
  label: '删除外部学时',
  event: 'outsideEntryRemoved',
  roles: whoServes,
  input: z.object({ id: z.uuid() }),
  refuseUndo: refuseUndoneDuplicate,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'outsideEntries', id, '外部学时');
    await write.remove('outsideEntries', id);
  },
});

const importedRow = z.object({
  /** The sheet's own row number, for refusals. */
  row: z.number().int(),
  entry: outsideEntryInput,
});

/** Takes the rows a person chose in the preview, all or none. @throws Refusal naming row and reason */
export const importOutsideEntries = defineCommand({
  name: 'importOutsideEntries',
  label: '导入外部学时',
  event: 'outsideEntriesImported',
  roles: whoServes,
  input: z.object({ rows: z.array(importedRow).min(1, '没有可导入的行') }),
  async perform({ rows }, context) {
    for (const { entry } of rows) await writeOutsideEntry(entry, context.newId(), null, context);
    return rows.length;
  },
});
