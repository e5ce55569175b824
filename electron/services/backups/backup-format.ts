import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { backupReason } from '../../../shared/contract/backups.ts';
import { keyLock } from '../../../shared/domain/base/account.ts';
import { parseBoundedJsonBytes } from '../../../shared/exchange/bounded-json.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { chainHash } from '../journal/frame.ts';
import type { JournalContent } from '../journal/journal.ts';
import { noHash } from '../journal/segments.ts';
import { contentKeyOf, newContentKey } from '../keys/derived-keys.ts';
import { openWith, sealWith } from '../keys/seal.ts';

const magic = Buffer.from('JIDIBK1\n');
/** A base that works for decades stays far below; a journal has to fit into memory to be restored. */
const mostJournalBytes = 1024 * 1024 * 1024;

/**
 * What anybody can read of a backup: when and why it was made, and the locks that open it. All of it
 * is authenticated with the content, so that none can be exchanged.
 */
const backupHeader = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  reason: backupReason,
  /** Of the app that made it. */
  version: z.string(),
  keyId: z.string(),
  sequence: z.number().int(),
  /** The chain hash of the last entry, hexadecimal. */
  hash: z.string(),
  ephemeral: z.base64(),
  recovery: keyLock,
  passphrase: keyLock.nullable(),
});
export type BackupHeader = z.infer<typeof backupHeader>;

export type HeaderFacts = Omit<BackupHeader, 'format' | 'ephemeral' | 'sequence' | 'hash'>;

/** Length and bytes of each payload, one behind the other. */
function joinPayloads(payloads: readonly Buffer[]): Buffer {
  return Buffer.concat(
    payloads.flatMap((payload) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(payload.length);
      return [length, payload];
    }),
  );
}

function splitPayloads(joined: Buffer): Buffer[] {
  const payloads: Buffer[] = [];
  for (let at = 0; at < joined.length; ) {
    const end = at + 4 + joined.readUInt32BE(at);
    if (end > joined.length) throw new Error('cut off');
    payloads.push(joined.subarray(at + 4, end));
    at = end;
  }
  return payloads;
}

/** A backup file: magic, length of the header, header, the journal gzipped and sealed, bound to all before it. */
export async function encodeBackup(
  facts: HeaderFacts,
  publicKey: Buffer,
  { payloads, hash }: Pick<JournalContent, 'payloads' | 'hash'>,
): Promise<Buffer> {
  const { contentKey, ephemeral } = newContentKey(publicKey);
  const header: BackupHeader = {
    format: 1,
    ...facts,
    sequence: payloads.length,
    hash: hash.toString('hex'),
    ephemeral: ephemeral.toString('base64'),
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(magic.length + 4);
  magic.copy(prefix);
  prefix.writeUInt32BE(headerBytes.length, magic.length);
  const head = Buffer.concat([prefix, headerBytes]);
  const packed = await promisify(gzip)(joinPayloads(payloads));
  return Buffer.concat([head, sealWith(contentKey, packed, head)]);
}

/** The header at the beginning of a backup. @throws Refusal backupDamaged */
export function readBackupHeader(bytes: Buffer, name: string): { header: BackupHeader; end: number } {
  try {
    if (!bytes.subarray(0, magic.length).equals(magic)) throw new Error('not a backup');
    const end = magic.length + 4 + bytes.readUInt32BE(magic.length);
    const header = backupHeader.parse(parseBoundedJsonBytes(bytes.subarray(magic.length + 4, end)));
    return { header, end };
  } catch {
    throw refusal('backupDamaged', { name });
  }
}

export interface DecodedBackup {
  header: BackupHeader;
  payloads: Buffer[];
  hash: Buffer;
}

/**
 * Opens a backup with the base's key and proves it: seal, chain and count.
 * @throws Refusal backupDamaged
 */
export async function decodeBackup(bytes: Buffer, root: Buffer, name: string): Promise<DecodedBackup> {
  const { header, end } = readBackupHeader(bytes, name);
  try {
    const key = contentKeyOf(root, Buffer.from(header.ephemeral, 'base64'));
    const opened = openWith(key, bytes.subarray(end), bytes.subarray(0, end));
    const payloads = splitPayloads(await promisify(gunzip)(opened, { maxOutputLength: mostJournalBytes }));
    const hash = payloads.reduce<Buffer>((before, payload) => chainHash(before, payload), noHash);
    if (hash.toString('hex') !== header.hash || payloads.length !== header.sequence) throw new Error('chain');
    return { header, payloads, hash };
  } catch {
    throw refusal('backupDamaged', { name });
  }
}
