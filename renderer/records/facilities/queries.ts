import type { Facility, FacilityKind, FacilityOf } from '../../../shared/domain/base/facility.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** What the base has, by kind and name. */
export async function allFacilities({ rows }: BaseDatabase): Promise<Facility[]> {
  const facilities = await rows.facilities.toArray();
  return facilities.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'zh-CN'));
}

/** What the base has of one kind, by name. */
export async function facilitiesOfKind<Kind extends FacilityKind>(
  { rows }: BaseDatabase,
  kind: Kind,
): Promise<FacilityOf<Kind>[]> {
  const facilities = await rows.facilities.where('kind').equals(kind).toArray();
  return (facilities as FacilityOf<Kind>[]).sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
