import type { NamedDesign } from '../../../shared/contract/designs.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustBePublished } from '../drafts/drafts.ts';
import { designDrafts } from './design-drafts.ts';

/** The version of the design that new certificates take. @throws Refusal notFound, designUnpublished */
export async function designInUse(database: BaseDatabase, { certificateDesignId }: Base): Promise<string> {
  const design = await designDrafts.find(database, certificateDesignId);
  return (await mustBePublished(designDrafts, database, design)).id;
}

/** The designs that certificates were issued with, each once. */
export async function designsOf(
  { rows }: BaseDatabase,
  snapshots: readonly Pick<CertificateSnapshot, 'designVersionId'>[],
): Promise<NamedDesign[]> {
  const ids = [...new Set(snapshots.map(({ designVersionId }) => designVersionId))];
  const versions = await rows.designVersions.bulkGet(ids);
  return versions.flatMap((version) => (version ? [{ id: version.id, design: version.design }] : []));
}
