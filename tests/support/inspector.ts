import { join } from 'node:path';
import { Inspector } from '../../electron/services/attachments/inspector.ts';
import { inspectionThread } from '../../electron/services/attachments/tasks.ts';
import { Thread } from '../../electron/services/threads/thread.ts';

/** Looks into files in the worker as it was built. */
export function inspectorOf(workers: string): Inspector {
  const settings = { wasmPath: join(workers, 'pdfium.wasm') };
  return new Inspector(new Thread(join(workers, 'attachment-worker.cjs'), inspectionThread, settings));
}
