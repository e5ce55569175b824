import { type Actor, holdsRole } from '../../shared/domain/base/actor.ts';
import type { Capability, Hit } from '../components/capability.ts';
import type { AnyCommand, BaseDatabase } from '../records/access.ts';

/** How many of a kind are shown. */
const limit = 8;

/** All that a few typed characters may mean to whoever is here, a few of each kind. */
export async function findEverything(
  database: BaseDatabase,
  capabilities: readonly Capability[],
  actor: Actor,
  query: string,
): Promise<Hit[]> {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const asked = capabilities
    .filter(({ roles }) => holdsRole(actor, roles))
    .flatMap(({ search }) => search ?? [])
    .sort((a, b) => a.place - b.place);
  return (await Promise.all(asked.map(({ find }) => find(database, wanted, limit)))).flat();
}

/** Pages on the left whose name holds what was typed. */
export function findPages(
  capabilities: readonly Capability[],
  actor: Actor,
  query: string,
): { path: string; label: string; icon: Hit['icon'] }[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  return capabilities.flatMap(({ label, roles, navigation }) =>
    navigation && label.includes(wanted) && holdsRole(actor, roles)
      ? [{ path: navigation.path, label, icon: navigation.icon }]
      : [],
  );
}

/** Commands whose name holds what was typed, and that need no more than the palette can ask. */
export function findCommands(commands: Iterable<AnyCommand>, actor: Actor, query: string): AnyCommand[] {
  const wanted = query.trim();
  if (wanted === '') return [];
  return [...commands].filter(
    ({ label, roles, asks }) => asks !== undefined && label.includes(wanted) && holdsRole(actor, roles),
  );
}
