import {
  type ReadingTasks,
  type ReadingThread,
  readingThread,
} from '../../electron/services/reading/tasks.ts';
import { defineThread } from '../../electron/services/threads/definition.ts';
import { Thread } from '../../electron/services/threads/thread.ts';

const { rules } = readingThread;
const kept = { keptMilliseconds: 60_000 };

/** Reads every kind in a worker that is kept, also those that the product ends after each: a fuzzer has thousands. */
export function keptReading(workerPath: string): ReadingThread {
  const definition = defineThread<ReadingTasks, null>({
    ...readingThread,
    rules: {
      sheets: { ...rules.sheets, ...kept },
      package: { ...rules.package, ...kept },
      classFile: { ...rules.classFile, ...kept },
      marksFile: { ...rules.marksFile, ...kept },
      answers: { ...rules.answers, ...kept },
      backup: { ...rules.backup, ...kept },
    },
  });
  return new Thread(workerPath, definition, null);
}
