import { z } from 'zod';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import {
  type Learner,
  learnerNumber,
  type TitleLevel,
  titleLevel,
} from '../../../shared/domain/people/learner.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { ensureEmployers } from '../employers/ensure-employers.ts';
import { identityIndex, openLearner, toLearnerRow } from '../sealing/learner-rows.ts';
import { learnerInput, readDetails } from './learner-commands.ts';

/** What a roster can't state stays as it is known. */
const importedPerson = learnerInput
  .omit({ mongolianName: true, photo: true })
  .extend({ titleLevel: titleLevel.nullable() });

export const importedRow = z.object({
  /** The sheet's own row number, for refusals. */
  row: z.number().int(),
  person: importedPerson,
  /** The learner the preview found for this document; null where it found none. */
  learnerId: z.uuid().nullable(),
});

const keptWhenBlank = ['ethnicity', 'department', 'titleSeries', 'title', 'education', 'phone'] as const;

function keepStated(
  known: Learner,
  stated: z.output<typeof importedPerson>,
): z.output<typeof importedPerson> {
  const kept = keptWhenBlank.map((field) => [field, stated[field] === '' ? known[field] : stated[field]]);
  return { ...stated, ...Object.fromEntries(kept) };
}

/**
 * Takes the rows a person chose in the preview, all or none: new people are added, known ones
 * updated with what the sheet states (a blank cell states nothing).
 * @throws Refusal rosterChanged when someone was added, removed or renumbered since the preview
 */
export const importLearners = defineCommand({
  name: 'importLearners',
  label: '导入学员',
  event: 'learnersImported',
  roles: whoServes,
  input: z.object({ rows: z.array(importedRow).min(1, '没有可导入的行') }),
  async perform({ rows }, context) {
    const { database, write, today, newId } = context;
    const { vault } = database;
    const employerIds = await ensureEmployers(
      rows.map(({ person }) => person.employerName),
      context,
    );
    const keys = rows.map(({ person }) => identityIndex(vault, person.document));
    const holders = await database.rows.learners.where('identities').anyOf(keys).distinct().toArray();
    const holderOf = new Map(
      holders.flatMap((holder) => holder.identities.map((key) => [key, holder] as const)),
    );
    const added = rows.filter(({ learnerId }) => learnerId === null).length;
    let serial = added === 0 ? 0 : await write.take('learner', added);
    const learners = rows.map(({ row, person, learnerId }, index) => {
      const stored = holderOf.get(keys[index] ?? '');
      const known = stored && openLearner(vault, stored);
      if ((known?.id ?? null) !== learnerId) throw refusal('rosterChanged', { row, name: person.name });
      const stated = known ? keepStated(known, person) : person;
      const level: TitleLevel = person.titleLevel ?? known?.titleLevel ?? 'none';
      const employerId = employerIds.get(person.employerName) ?? known?.employerId ?? null;
      const { mongolianName = '', photo = null } = known ?? {};
      const whole = { ...stated, titleLevel: level, mongolianName, photo };
      const details = readDetails(whole, employerId, today);
      if (known) {
        const { id, number, formerDocuments, document } = known;
        return toLearnerRow(vault, { ...details, id, number, formerDocuments, document }, stored);
      }
      const number = learnerNumber(serial);
      serial += 1;
      return toLearnerRow(vault, { ...details, id: newId(), number, formerDocuments: [] });
    });
    await write.put('learners', ...learners);
    return learners.map((learner) => learner.id);
  },
});
