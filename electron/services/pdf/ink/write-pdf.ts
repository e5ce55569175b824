import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { diskFailure } from '../../disk-failure.ts';
import { syncFile, syncFolder } from '../../sync-to-disk.ts';
import type { InkDocument } from './ink-document.ts';

export interface PageProgress {
  /** Called now and then; throw to stop. */
  onPage(done: number): void;
}

const pagesPerTurn = 20;

/**
 * Streams a document to a temporary name, page by page, and renames it when it is on the disk.
 * Nothing is left at `path` when drawing fails or is cancelled.
 * @throws Refusal diskFailure where the disk is full or the folder can't be written
 */
export async function writePdf<Item>(
  path: string,
  document: InkDocument,
  items: Iterable<Item> | AsyncIterable<Item>,
  draw: (item: Item) => void,
  progress: PageProgress,
): Promise<void> {
  const temporary = `${path}.part`;
  const file = createWriteStream(temporary);
  const written = finished(file);
  written.catch(() => undefined);
  try {
    document.stream.pipe(file);
    let drawn = 0;
    for await (const item of items) {
      draw(item);
      if (drawn % pagesPerTurn === 0) {
        progress.onPage(drawn);
        // The turn lets messages in, such as one that cancels; a slow disk is waited for, not held in memory.
        do await nextTurn();
        while (file.writableNeedDrain && !file.errored);
        if (file.errored) throw file.errored;
      }
      drawn += 1;
    }
    progress.onPage(drawn);
    document.end();
    await written;
    await syncFile(temporary);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (thrown) {
    file.destroy();
    await rm(temporary, { force: true });
    if (thrown instanceof Error && 'syscall' in thrown) throw diskFailure(path, thrown);
    throw thrown;
  }
}
