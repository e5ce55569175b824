import type { ClassFile, MarksFile } from '../../../shared/exchange/handover/class-file.ts';
import type { FilledForm } from '../../../shared/exchange/surveys/answer-file.ts';
import { type DecodedBackup, decodeBackup } from '../backups/backup-format.ts';
import { handoverFileBytes, readClassFile, readMarksFile } from '../handovers/handover-files.ts';
import { sheetLimits } from '../sheets/limits.ts';
import { type ParsedSheets, parseSheets } from '../sheets/parse-sheets.ts';
import { type OpenedPackage, openPackage, submissionLimits } from '../submissions/open-package.ts';
import { type BoxKeys, openAnswerFile } from '../surveys/answer-files.ts';

/** A file that came from elsewhere. */
interface Foreign {
  name: string;
  bytes: Uint8Array;
}

/** What is read of files from elsewhere: what it takes, and what comes of it. */
export interface ReadingTasks {
  sheets: { input: Foreign; output: ParsedSheets };
  package: { input: Foreign; output: OpenedPackage };
  classFile: { input: Foreign & { code: string }; output: ClassFile };
  marksFile: { input: Foreign & { keys: Record<string, string> }; output: MarksFile };
  answers: { input: Foreign & { runId: string; keys: BoxKeys }; output: FilledForm[] };
  backup: { input: Foreign & { root: Uint8Array }; output: DecodedBackup };
}
export type ReadingKind = keyof ReadingTasks;

const mebibyte = 1024 * 1024;

/** The most a file of a kind may be, and what reading it may take. */
export const readingLimits: Record<
  ReadingKind,
  { fileBytes: number; heapMegabytes: number; milliseconds: number }
> = {
  sheets: sheetLimits,
  package: { fileBytes: submissionLimits.fileBytes, heapMegabytes: 512, milliseconds: 30_000 },
  classFile: { fileBytes: handoverFileBytes, heapMegabytes: 512, milliseconds: 30_000 },
  marksFile: { fileBytes: handoverFileBytes, heapMegabytes: 512, milliseconds: 30_000 },
  answers: { fileBytes: 4 * mebibyte, heapMegabytes: 128, milliseconds: 10_000 },
  // A base's own, which may have grown for decades; whoever makes another needs the base's public key.
  backup: { fileBytes: 512 * mebibyte, heapMegabytes: 700, milliseconds: 120_000 },
};

const readers: {
  [Kind in ReadingKind]: (
    input: ReadingTasks[Kind]['input'],
  ) => ReadingTasks[Kind]['output'] | Promise<ReadingTasks[Kind]['output']>;
} = {
  sheets: ({ name, bytes }) => parseSheets(name, bytes),
  package: ({ name, bytes }) => openPackage(name, bytes),
  classFile: ({ name, bytes, code }) => readClassFile(name, bytes, code),
  marksFile: ({ name, bytes, keys }) => readMarksFile(name, bytes, keys),
  answers: ({ name, bytes, runId, keys }) => openAnswerFile({ name, bytes }, runId, keys),
  backup: ({ name, bytes, root }) => decodeBackup(Buffer.from(bytes), Buffer.from(root), name),
};

/** Reads a file in this thread. @throws Refusal what the kind's reader refuses */
export async function readForeign<Kind extends ReadingKind>(
  kind: Kind,
  input: ReadingTasks[Kind]['input'],
): Promise<ReadingTasks[Kind]['output']> {
  return readers[kind](input);
}
