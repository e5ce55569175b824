import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Every entry bears this date: the same content gives the same bytes. */
const zipDate = new Date(2017, 1, 1);

/** A zip of files in their order, in memory; the same files are the same zip. */
export async function steadyZip(
  files: Iterable<readonly [string, Uint8Array]>,
  compress: boolean,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of files) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    zip.addBuffer(bytes, path, { compress, mtime: zipDate, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as Readable) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
