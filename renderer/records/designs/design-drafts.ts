import type { CertificateDesign } from '../../../shared/domain/certificates/certificate-design.ts';
import type { DesignVersion, StoredDesign } from '../../../shared/domain/certificates/stored-design.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { DraftKind } from '../drafts/drafts.ts';
import { mustGet } from '../lookups.ts';

/** Designs as drafts: certificates keep the version they were issued with. */
export const designDrafts: DraftKind<CertificateDesign, StoredDesign, DesignVersion> = {
  find: (database, id) => mustGet(database, 'certificateDesigns', id, '证书样式'),
  versionsOf: ({ rows }, id) => rows.designVersions.where('designId').equals(id).toArray(),
  contentOf: ({ design }) => design,
  keep: (write, row) => write.put('certificateDesigns', row),
  keepVersion: (write, designId, published, design) =>
    write.put('designVersions', { ...published, designId, design }),
  async remove(write, id, versionIds) {
    await write.remove('designVersions', ...versionIds);
    await write.remove('certificateDesigns', id);
  },
  unchanged: ({ name }) => refusal('designUnchanged', { name }),
  unpublished: ({ name }) => refusal('designUnpublished', { name }),
  inUse: ({ name }) => refusal('designInUse', { name }),
};
