import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { type Means, meansDetails } from '../../../shared/domain/base/means.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

/** Puts on record what the base has (第21条). */
export const addMeans = defineCommand({
  name: 'addMeans',
  label: '登记办学条件',
  event: 'meansAdded',
  roles: administratorOnly,
  input: meansDetails,
  async perform(details, { write, newId }) {
    const means: Means = { ...details, id: newId() };
    await write.put('means', means);
    return means.id;
  },
});

export const editMeans = defineCommand({
  name: 'editMeans',
  label: '修改办学条件',
  event: 'meansEdited',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), details: meansDetails }),
  refuseUndo: async () => undefined,
  async perform({ id, details }, { database, write }) {
    await mustGet(database, 'means', id, details.name);
    await write.put('means', { ...details, id });
  },
});

export const removeMeans = defineCommand({
  name: 'removeMeans',
  label: '删除办学条件',
  event: 'meansRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  // Classes and courses name rooms and textbooks in words of their own.
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'means', id, '办学条件');
    await write.remove('means', id);
  },
});
