import type { VolumeRequest } from '../../../../shared/contract/archives.ts';

/** What is bound, with the bytes of every attachment by its hash. */
export interface VolumeWork {
  request: VolumeRequest;
  attachments: ReadonlyMap<string, Uint8Array>;
}
