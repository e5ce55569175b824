import type { ProofFile } from '../../../shared/domain/teaching/outside-entry.ts';
import { Refusal, refusal } from '../../../shared/refusals/index.ts';
import { proofKey } from '../keys/derived-keys.ts';
import type { Keyring } from '../keys/keyring.ts';
import { SealedFiles } from '../sealed-files/sealed-files.ts';
import { mediaTypeOf } from './media-type.ts';

const megabyte = 1024 * 1024;
const limit = 20 * megabyte;

/** Scanned proofs in the data folder, each sealed with a key of the base and named by its content. */
export class Proofs {
  private readonly files: SealedFiles;

  constructor(
    readonly folder: string,
    keyring: Keyring,
  ) {
    this.files = new SealedFiles(folder, () => proofKey(keyring.rootKey));
  }

  /** @throws Refusal proofUnknown, proofTooLarge, keysLocked, diskFailure */
  async keep(name: string, content: Uint8Array): Promise<ProofFile> {
    if (content.length > limit) throw refusal('proofTooLarge', { name, limit: `${limit / megabyte} MB` });
    const type = mediaTypeOf(content);
    if (type === null) throw refusal('proofUnknown', { name });
    return { hash: await this.files.keep(content), bytes: content.length, type };
  }

  /** A proof as it was kept. @throws Refusal proofMissing, keysLocked, sealBroken */
  async read(hash: string): Promise<{ content: Buffer; type: ProofFile['type'] }> {
    const content = await this.files.read(hash, '证明文件').catch((thrown: unknown) => {
      const isGone = thrown instanceof Refusal && thrown.code === 'fileMissing';
      throw isGone ? refusal('proofMissing', { what: '这条记录' }) : thrown;
    });
    const type = mediaTypeOf(content);
    if (type === null) throw refusal('sealBroken', { what: '证明文件' });
    return { content, type };
  }

  /** Which of these are not here. */
  missing(hashes: readonly string[]): Promise<string[]> {
    return this.files.missing(hashes);
  }
}
