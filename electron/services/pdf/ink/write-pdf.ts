import { streamToFile } from '../../disk/stream-to-file.ts';
import type { InkDocument } from './ink-document.ts';

export interface PageProgress {
  /** Called now and then; throw to stop. */
  onPage(done: number): void;
}

const pagesPerTurn = 20;

/**
 * Streams a document to its file, page by page, whole or not at all.
 * Nothing is left at `path` when drawing fails or is cancelled.
 * @throws Refusal diskFailure where the disk is full or the folder can't be written
 */
export function writePdf<Item>(
  path: string,
  document: InkDocument,
  items: Iterable<Item> | AsyncIterable<Item>,
  draw: (item: Item) => void,
  progress: PageProgress,
): Promise<void> {
  return streamToFile(path, document.stream, async (file) => {
    let drawn = 0;
    for await (const item of items) {
      draw(item);
      if (drawn % pagesPerTurn === 0) {
        progress.onPage(drawn);
        // The turn lets messages in, such as one that cancels.
        await file.room();
      }
      drawn += 1;
    }
    progress.onPage(drawn);
    document.end();
  });
}
