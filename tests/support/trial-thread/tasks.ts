import { defineThread, type ForeignFile } from '../../../electron/services/threads/definition.ts';

/** Tasks of a thread that does nothing of use, in every way that a thread can. */
export interface TrialTasks {
  /** Says each number up to one. */
  count: { input: { to: number }; output: { counted: number } };
  /** Which worker answers, and what it was set up with. */
  describe: { input: null; output: { threadId: number; settings: string } };
  /** Adds items up, from when its gate is open on. */
  add: { input: { gate: Int32Array }; item: number; output: { sum: number } };
  die: { input: { how: 'exit' | 'throw' }; output: null };
  unsendable: { input: null; output: unknown };
  measure: { input: ForeignFile; output: { threadId: number; bytes: number } };
  /** Answers when so many are at it. */
  meet: { input: { arrived: Int32Array; people: number }; output: { threadId: number } };
  spin: { input: ForeignFile; output: never };
  dawdle: { input: null; output: never };
  swell: { input: ForeignFile; output: never };
  hoard: { input: null; output: never };
}

const alone = {
  worker: 'alone',
  heapMegabytes: 64,
  milliseconds: 120_000,
  atOnce: 1,
  keptMilliseconds: 0,
} as const;

export const trialThread = defineThread<TrialTasks, string>({
  title: '试验',
  rules: {
    count: { worker: 'shared' },
    describe: { worker: 'shared' },
    add: { worker: 'shared', lotsAhead: 2 },
    die: { worker: 'shared' },
    unsendable: { worker: 'shared' },
    measure: { ...alone, fileBytes: 1024 * 1024, keptMilliseconds: 120_000 },
    meet: { ...alone, atOnce: 2 },
    spin: { ...alone, fileBytes: 1024 },
    dawdle: { ...alone, milliseconds: 200 },
    swell: { ...alone, fileBytes: 1024 },
    hoard: alone,
  },
});
