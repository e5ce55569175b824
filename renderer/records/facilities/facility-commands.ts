import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { type Facility, facilityDetails } from '../../../shared/domain/base/facility.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

/** Puts on record what the base has (第21条). */
export const addFacility = defineCommand({
  name: 'addFacility',
  label: '登记办学条件',
  event: 'facilityAdded',
  roles: administratorOnly,
  input: facilityDetails,
  async perform(details, { write, newId }) {
    const facility: Facility = { ...details, id: newId() };
    await write.put('facilities', facility);
    return facility.id;
  },
});

export const editFacility = defineCommand({
  name: 'editFacility',
  label: '修改办学条件',
  event: 'facilityEdited',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), details: facilityDetails }),
  refuseUndo: async () => undefined,
  async perform({ id, details }, { database, write }) {
    await mustGet(database, 'facilities', id, details.name);
    await write.put('facilities', { ...details, id });
  },
});

export const removeFacility = defineCommand({
  name: 'removeFacility',
  label: '删除办学条件',
  event: 'facilityRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  // Classes and courses name rooms and textbooks in words of their own.
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'facilities', id, '办学条件');
    await write.remove('facilities', id);
  },
});
