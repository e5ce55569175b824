import type { ForeignFiles } from '../../electron/services/reading/reading-thread.ts';
import { readForeign } from '../../electron/services/reading/tasks.ts';

/** Reads in this thread: for tests of what is done with what was read. */
export const readingHere: Pick<ForeignFiles, 'read'> & {
  thread(): { read: typeof readForeign; close(): Promise<void> };
} = {
  read: (_jobId, kind, input) => readForeign(kind, input),
  thread: () => ({ read: readForeign, close: async () => undefined }),
};
