import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { dutyEvidence } from '../../../shared/domain/base/duty-record.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

/** Puts on record what shows that the base did a duty in a civil year (第21–24、26、29条). */
export const recordDuty = defineCommand({
  name: 'recordDuty',
  label: '登记履职依据',
  event: 'dutyRecorded',
  roles: administratorOnly,
  input: dutyEvidence,
  async perform(details, { write, newId, at, actor }) {
    const id = newId();
    await write.put('dutyRecords', { ...details, id, at, by: actor.name });
    return id;
  },
});

export const removeDutyRecord = defineCommand({
  name: 'removeDutyRecord',
  label: '删除履职依据',
  event: 'dutyRecordRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  // It says nothing that another record could contradict.
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'dutyRecords', id, '履职依据');
    await write.remove('dutyRecords', id);
  },
});
