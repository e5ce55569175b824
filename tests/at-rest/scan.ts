import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { isTable, unpackLog, unpackTable } from './leveldb.ts';

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

/** Base64 of a text that begins at any byte of what is encoded: the characters that do not depend on the rest. */
function base64Forms(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = shift === 0 ? 0 : shift + 1;
    const last = (bytes.length + shift) % 3 === 0 ? encoded.length : encoded.length - 1;
    return Buffer.from(encoded.slice(first, last));
  });
}

/** The ways a text can lie in a file in clear. */
function clearForms(text: string): Buffer[] {
  const plain = [Buffer.from(text), Buffer.from(text, 'utf16le'), utf16be(text)];
  return [...plain, ...plain.flatMap(base64Forms)];
}

/** A file's bytes, and whatever they unpack to. */
function views(name: string, bytes: Buffer): Buffer[] {
  const found = [bytes];
  if (isTable(bytes)) found.push(...unpackTable(bytes));
  if (name.endsWith('.log')) found.push(unpackLog(bytes));
  for (const unpack of [gunzipSync, inflateSync]) {
    try {
      found.push(unpack(bytes));
    } catch {
      // Not packed this way.
    }
  }
  return found;
}

/** Which of these texts lie in clear somewhere below a folder, and in which file each. */
export async function findInClear(folder: string, texts: readonly string[]): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const forms = texts.map((text) => ({ text, all: clearForms(text) }));
  const found = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // Texts that lie side by side in one file are looked for in all of its views at once.
    const joined = Buffer.concat(
      views(entry.name, await readFile(path)).flatMap((view) => [view, Buffer.from([0xff])]),
    );
    for (const { text, all } of forms) {
      if (!found.has(text) && all.some((form) => joined.includes(form))) found.set(text, path);
    }
  }
  return found;
}
