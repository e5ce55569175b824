import { type Employer, normalizeEmployerName } from '../../../shared/domain/people/employer.ts';
import type { CommandContext } from '../../database/command.ts';

/** The ids of employers by name, those unknown added; part of commands that take names from sheets. */
export async function ensureEmployers(
  names: readonly string[],
  { database, write, newId }: CommandContext,
): Promise<Map<string, string>> {
  const wanted = [...new Set(names.map(normalizeEmployerName))].filter((name) => name !== '');
  const known = await database.rows.employers.where('name').anyOf(wanted).toArray();
  const ids = new Map(known.map((employer) => [employer.name, employer.id]));
  const added = wanted
    .filter((name) => !ids.has(name))
    .map(
      (name): Employer => ({
        id: newId(),
        name,
        creditCode: null,
        regionCode: null,
        kind: null,
        ownership: null,
        contact: '',
        contactPhone: null,
        creditCodeReason: '',
      }),
    );
  await write.put('employers', ...added);
  for (const employer of added) ids.set(employer.name, employer.id);
  return ids;
}
