import { zipSync } from 'fflate';
import { sheetLimits } from './limits.ts';
import { readZip } from './read-zip.ts';
import { writeOutReferences } from './write-out-references.ts';

/**
 * Lets a workbook pass only when its claimed sizes fit the limits and every entry keeps its claim.
 * Answers the bytes to parse: the same, or with the references SheetJS misreads written out.
 * @throws Refusal fileInflates or fileDamaged
 */
export async function passZipGate(name: string, bytes: Buffer): Promise<Uint8Array> {
  const contents: Record<string, Uint8Array> = {};
  let rewritten = false;
  for (const [path, content] of await readZip(name, bytes, sheetLimits)) {
    const xml = path.endsWith('.xml') ? content.toString('utf8') : '';
    const written = writeOutReferences(xml);
    contents[path] = written === xml ? content : Buffer.from(written, 'utf8');
    rewritten ||= written !== xml;
  }
  return rewritten ? zipSync(contents, { level: 0 }) : bytes;
}
