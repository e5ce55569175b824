import type { NamedDesign } from '../../../shared/contract/designs.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { lastVersion } from '../drafts/drafts.ts';
import { designDrafts } from './design-drafts.ts';

/** The version of the design that new certificates take; null where they take the plain look. */
export async function designInUse(database: BaseDatabase, base: Base): Promise<string | null> {
  const id = base.certificateDesignId;
  const stored = id ? await database.rows.certificateDesigns.get(id) : undefined;
  if (!stored) return null;
  return (await lastVersion(designDrafts, database, stored))?.id ?? null;
}

/** The designs that certificates were issued with, each once. */
export async function designsOf(
  { rows }: BaseDatabase,
  snapshots: readonly Pick<CertificateSnapshot, 'designVersionId'>[],
): Promise<NamedDesign[]> {
  const ids = [...new Set(snapshots.flatMap(({ designVersionId }) => designVersionId ?? []))];
  const versions = await rows.designVersions.bulkGet(ids);
  return versions.flatMap((version) => (version ? [{ id: version.id, design: version.design }] : []));
}
