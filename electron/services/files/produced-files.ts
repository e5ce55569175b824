import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { ProducedFile } from '../../../shared/contract/host.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { makeFolder } from '../disk/files.ts';

const idPattern = /^[0-9a-f-]{36}$/;

/** File systems take 255 bytes, three a Chinese character; the rest is left for `.part`. */
const nameBytes = 200;

/** What Windows takes for a device, whatever the ending. */
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

function cutToBytes(text: string, bytes: number): string {
  let cut = text;
  while (Buffer.byteLength(cut) > bytes) cut = [...cut].slice(0, -1).join('');
  return cut;
}

/**
 * A name any file system takes: without the characters they refuse and what would hide or climb,
 * short enough in bytes, its ending kept.
 */
export function safeFileName(name: string): string {
  const safe = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '')
    .trim();
  if (safe === '') return '未命名';
  if (reservedNames.test(safe)) return `_${safe}`;
  const ending = extname(safe);
  return (
    cutToBytes(safe.slice(0, safe.length - ending.length), nameBytes - Buffer.byteLength(ending)) + ending
  );
}

/** A produced file as the page may know it: where it lies stays with the host. */
export function describeFile({ fileId, name, url }: ProducedFile): ProducedFile {
  return { fileId, name, url };
}

/** The files the app has made: each batch in a folder of its own under `exports`, found again by id. */
export class ProducedFiles {
  constructor(private readonly folder: string) {}

  /** A place for a new file; `name` is what the person will see. Files of one batch share a `fileId`. */
  async place(name: string, fileId: string = uuid()): Promise<ProducedFile & { path: string }> {
    const safe = safeFileName(name);
    const folder = join(this.folder, fileId);
    await makeFolder(folder);
    return {
      fileId,
      name: safe,
      path: join(folder, safe),
      url: `/files/${fileId}/${encodeURIComponent(safe)}`,
    };
  }

  /** Where a produced file lies. @throws Refusal notFound */
  async pathOf(fileId: string, name: string): Promise<string> {
    const folder = join(this.folder, fileId);
    const names = idPattern.test(fileId) ? await readdir(folder).catch(() => []) : [];
    if (!names.includes(name) || name.endsWith('.part')) throw refusal('notFound', { what: '文件' });
    return join(folder, name);
  }
}
