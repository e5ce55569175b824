import type { Means, MeansKind, MeansOf } from '../../../shared/domain/base/means.ts';
import type { BaseDatabase } from '../../database/schema.ts';

/** What the base has, by kind and name. */
export async function allMeans({ rows }: BaseDatabase): Promise<Means[]> {
  const means = await rows.means.toArray();
  return means.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'zh-CN'));
}

/** What the base has of one kind, by name. */
export async function meansOfKind<Kind extends MeansKind>(
  { rows }: BaseDatabase,
  kind: Kind,
): Promise<MeansOf<Kind>[]> {
  const means = await rows.means.where('kind').equals(kind).toArray();
  return (means as MeansOf<Kind>[]).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
