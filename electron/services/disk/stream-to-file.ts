import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { realDisk } from './disk.ts';
import { wholeOrNot } from './files.ts';

/** The file that a stream runs into. */
export interface RunningFile {
  /** Lets messages in, and waits for a slow disk: what was produced is not held in memory. */
  room(): Promise<void>;
}

/**
 * Writes what a source gives while `produce` fills it, whole or not at all.
 * @param produce ends the source; what it throws is thrown, and nothing is left at `path`
 * @throws Refusal diskFailure where the disk is full or the folder can't be written
 */
export function streamToFile(
  path: string,
  source: Readable,
  produce: (file: RunningFile) => Promise<void>,
): Promise<void> {
  return wholeOrNot(
    path,
    async (part) => {
      const file = createWriteStream(part, { mode: 0o600, flush: true });
      const written = pipeline(source, file);
      written.catch(() => undefined);
      const room = async () => {
        do await nextTurn();
        while ((file.writableNeedDrain || source.readableLength > 0) && !file.errored);
        if (file.errored) throw file.errored;
      };
      try {
        await produce({ room });
        await written;
      } catch (thrown) {
        file.destroy();
        await written.catch(() => undefined);
        throw thrown;
      }
    },
    realDisk,
  );
}
