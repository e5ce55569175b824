import { readers } from '../../electron/services/reading/readers.ts';
import type { ReadingThread } from '../../electron/services/reading/tasks.ts';

/** Reads in this thread: for tests of what is done with what was read. */
export const readingHere: Pick<ReadingThread, 'run'> = {
  run: async (kind, input) => readers[kind](input),
};
