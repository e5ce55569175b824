import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProofFile } from '../../../shared/domain/outside-entry.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { diskFailure } from '../disk-failure.ts';
import { proofKey } from '../keys/derived-keys.ts';
import type { Keyring } from '../keys/keyring.ts';
import { writeAtomically } from '../write-atomically.ts';

const megabyte = 1024 * 1024;
const limit = 20 * megabyte;
const nonceBytes = 12;
const tagBytes = 16;
const ending = '.sealed';

const signatures: { type: ProofFile['type']; bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** What a file is by its first bytes, whatever its name says; null where it is none of ours. */
function typeOf(content: Uint8Array): ProofFile['type'] | null {
  return signatures.find(({ bytes }) => bytes.every((byte, at) => content[at] === byte))?.type ?? null;
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether a file name is one of a sealed proof. */
export function isProofName(name: string): boolean {
  return /^[0-9a-f]{64}\.sealed$/.test(name);
}

/** Scanned proofs in the data folder, each sealed with a key of the base and named by its content. */
export class Proofs {
  constructor(
    readonly folder: string,
    private readonly keyring: Keyring,
  ) {}

  /** @throws Refusal proofUnknown, proofTooLarge, keysLocked, diskFailure */
  async keep(name: string, content: Uint8Array): Promise<ProofFile> {
    if (content.length > limit) throw refusal('proofTooLarge', { name, limit: `${limit / megabyte} MB` });
    const type = typeOf(content);
    if (type === null) throw refusal('proofUnknown', { name });
    const hash = hashOf(content);
    if ((await this.read(hash).catch(() => null)) === null) await this.write(hash, content);
    return { hash, bytes: content.length, type };
  }

  private async write(hash: string, content: Uint8Array): Promise<void> {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', proofKey(this.keyring.rootKey), nonce);
    cipher.setAAD(Buffer.from(hash));
    const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    try {
      await mkdir(this.folder, { recursive: true });
      await writeAtomically(join(this.folder, `${hash}${ending}`), sealed);
    } catch (thrown) {
      throw diskFailure(this.folder, thrown);
    }
  }

  /** A proof as it was kept. @throws Refusal proofMissing, keysLocked, sealBroken */
  async read(hash: string): Promise<{ content: Buffer; type: ProofFile['type'] }> {
    const key = proofKey(this.keyring.rootKey);
    const sealed = await readFile(join(this.folder, `${hash}${ending}`)).catch(() => null);
    if (!sealed) throw refusal('proofMissing', { what: '这条记录' });
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(hash));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const content = Buffer.concat([
        decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
        decipher.final(),
      ]);
      const type = typeOf(content);
      if (type === null || hashOf(content) !== hash) throw new Error('not what was kept');
      return { content, type };
    } catch {
      throw refusal('sealBroken', { what: '证明文件' });
    }
  }

  /** Which of these are not here. */
  async missing(hashes: readonly string[]): Promise<string[]> {
    const here = new Set(await readdir(this.folder).catch(() => []));
    return hashes.filter((hash) => !here.has(`${hash}${ending}`));
  }
}
