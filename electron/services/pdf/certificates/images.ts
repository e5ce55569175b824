import type { NamedDesign } from '../../../../shared/contract/designs.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificates/certificate.ts';
import { imagesOf } from '../../../../shared/domain/certificates/certificate-design.ts';
import type { Proofs } from '../../proofs/proofs.ts';
import type { DrawnWith } from './certificates.ts';

/** The pictures that designs and learners' photos need, read from the base's keeping; what is missing is left out. */
export async function imagesFor(
  proofs: Pick<Proofs, 'read'>,
  designs: readonly NamedDesign[],
  certificates: readonly CertificateSnapshot[],
): Promise<DrawnWith['images']> {
  const hashes = new Set([
    ...designs.flatMap(({ design }) => imagesOf(design)),
    ...certificates.flatMap(({ photo }) => photo ?? []),
  ]);
  const read = await Promise.all(
    [...hashes].map(async (hash): Promise<DrawnWith['images']> => {
      const kept = await proofs.read(hash).catch(() => null);
      return kept ? [[hash, new Uint8Array(kept.content)]] : [];
    }),
  );
  return read.flat();
}
