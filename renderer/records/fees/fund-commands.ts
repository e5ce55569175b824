import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { type FundEntry, fundEntryDetails } from '../../../shared/domain/money/fund-entry.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { refuseFuture } from './charge-commands.ts';

/**
 * Registers money given for a class, or spent on it, by who bears it (第5条). Learners and employers pay by
 * charges, which the notice limits (第22条): a grant of theirs is refused.
 */
export const addFundEntry = defineCommand({
  name: 'addFundEntry',
  label: '登记班级收支',
  event: 'fundEntryAdded',
  roles: administratorOnly,
  input: fundEntryDetails,
  refuseUndo: async () => undefined,
  async perform(details, context) {
    const { database, write, newId, at, actor } = context;
    const of = await mustGet(database, 'classes', details.classId, '培训班');
    refuseFuture('收支', details.date, context);
    if (details.direction === 'grant' && (details.source === 'learner' || details.source === 'employer')) {
      throw refusal('grantIsCharge', { title: of.title });
    }
    const entry: FundEntry = { ...details, id: newId(), at, by: actor.name };
    await write.put('fundEntries', entry);
    return entry;
  },
});

export const removeFundEntry = defineCommand({
  name: 'removeFundEntry',
  label: '删除班级收支',
  event: 'fundEntryRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'fundEntries', id, '收支');
    await write.remove('fundEntries', id);
  },
});
