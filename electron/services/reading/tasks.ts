import type { ClassFile, MarksFile } from '../../../shared/exchange/handover/class-file.ts';
import type { FilledForm } from '../../../shared/exchange/surveys/answer-file.ts';
import type { DecodedBackup } from '../backups/backup-format.ts';
import type { ParsedSheets } from '../sheets/parse-sheets.ts';
import type { OpenedPackage } from '../submissions/open-package.ts';
import type { BoxKeys } from '../surveys/answer-files.ts';
import { defineThread, type ForeignFile } from '../threads/definition.ts';
import type { Thread } from '../threads/thread.ts';

/** What is read of files from elsewhere: what it takes, and what comes of it. */
export interface ReadingTasks {
  sheets: { input: ForeignFile; output: ParsedSheets };
  package: { input: ForeignFile; output: OpenedPackage };
  classFile: { input: ForeignFile & { code: string }; output: ClassFile };
  marksFile: { input: ForeignFile & { keys: Record<string, string> }; output: MarksFile };
  answers: { input: ForeignFile & { runId: string; keys: BoxKeys }; output: FilledForm[] };
  backup: { input: ForeignFile & { root: Uint8Array }; output: DecodedBackup };
}

const mebibyte = 1024 * 1024;
/** Files that come many at a time find the worker of the one before. */
const kept = { worker: 'alone', atOnce: 1, keptMilliseconds: 5000 } as const;
/** A key or a code that opens more than its file ends with the worker. */
const forgotten = { worker: 'alone', atOnce: 1, keptMilliseconds: 0 } as const;

export const readingThread = defineThread<ReadingTasks, null>({
  title: '读取文件',
  rules: {
    sheets: {
      ...kept,
      // One that takes its time does not keep another from being read.
      atOnce: 2,
      fileBytes: 20 * mebibyte,
      // Below what a single array may take before V8 ends the whole process (134 million elements, 1 GB).
      heapMegabytes: 700,
      milliseconds: 30_000,
    },
    // A year of 3,000 learners with its ledger takes a hundredth of it.
    package: { ...kept, fileBytes: 64 * mebibyte, heapMegabytes: 512, milliseconds: 30_000 },
    // A class of 5,000 people and 200 sessions takes a third of it.
    classFile: { ...forgotten, fileBytes: 64 * mebibyte, heapMegabytes: 512, milliseconds: 30_000 },
    marksFile: { ...forgotten, fileBytes: 64 * mebibyte, heapMegabytes: 512, milliseconds: 30_000 },
    // Some kilobytes; the largest form with long texts stays far below.
    answers: { ...kept, fileBytes: 4 * mebibyte, heapMegabytes: 128, milliseconds: 10_000 },
    // A base's own, which may have grown for decades; whoever makes another needs the base's public key.
    backup: { ...forgotten, fileBytes: 512 * mebibyte, heapMegabytes: 700, milliseconds: 120_000 },
  },
});

/** Reads files from elsewhere, each within the limits of its kind. */
export type ReadingThread = Thread<ReadingTasks, null>;
