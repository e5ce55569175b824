import { decodeBackup } from '../backups/backup-format.ts';
import { readClassFile, readMarksFile } from '../handovers/handover-files.ts';
import { parseSheets } from '../sheets/parse-sheets.ts';
import { openPackage } from '../submissions/open-package.ts';
import { openAnswerFile } from '../surveys/answer-files.ts';
import type { ReadingTasks } from './tasks.ts';

/** What reads each kind, in whatever thread it is called. */
export const readers: {
  [Kind in keyof ReadingTasks]: (
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
