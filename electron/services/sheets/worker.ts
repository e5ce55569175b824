import { parentPort, workerData } from 'node:worker_threads';
import { type RefusalMessage, toRefusalMessage } from '../../../shared/domain/refusal.ts';
import { type ParsedSheets, parseSheets } from './parse-sheets.ts';

export type SheetWorkerReply = { ok: true; parsed: ParsedSheets } | { ok: false; refusal: RefusalMessage };

const { name, bytes } = workerData as { name: string; bytes: Uint8Array };
const reply = (message: SheetWorkerReply) => parentPort?.postMessage(message);

parseSheets(name, bytes).then(
  (parsed) => reply({ ok: true, parsed }),
  (thrown: unknown) => reply({ ok: false, refusal: toRefusalMessage(thrown) }),
);
