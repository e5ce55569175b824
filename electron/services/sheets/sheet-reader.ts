import { Worker } from 'node:worker_threads';
import { fromRefusalMessage, refusal } from '../../../shared/domain/refusal.ts';
import { sheetLimits } from './limits.ts';
import type { ParsedSheets } from './parse-sheets.ts';
import type { SheetWorkerReply } from './worker.ts';

/** Opens foreign sheets, each in a worker of its own with a heap limit and a deadline. */
export class SheetReader {
  private readonly running = new Map<string, () => void>();

  constructor(private readonly workerPath: string) {}

  /** @throws Refusal what `parseSheets` refuses, fileTooSlow, cancelled, or fileInflates when memory ran out */
  async read(jobId: string, name: string, bytes: Uint8Array): Promise<ParsedSheets> {
    if (bytes.length > sheetLimits.fileBytes) throw refusal('fileTooLarge', { name, limit: '20 MB' });
    const worker = new Worker(this.workerPath, {
      workerData: { name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: sheetLimits.heapMegabytes },
    });
    try {
      return await new Promise<ParsedSheets>((resolve, reject) => {
        const deadline = setTimeout(() => reject(refusal('fileTooSlow', { name })), sheetLimits.milliseconds);
        this.running.set(jobId, () => reject(refusal('cancelled')));
        worker.once('message', (reply: SheetWorkerReply) =>
          reply.ok ? resolve(reply.parsed) : reject(fromRefusalMessage(reply.refusal)),
        );
        worker.once('error', () => reject(refusal('fileInflates', { name, limit: '内存上限' })));
        worker.once('exit', () => {
          clearTimeout(deadline);
          reject(refusal('fileDamaged', { name }));
        });
      });
    } finally {
      this.running.delete(jobId);
      await worker.terminate();
    }
  }

  cancel(jobId: string): void {
    this.running.get(jobId)?.();
  }
}
