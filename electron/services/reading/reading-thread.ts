import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { fromRefusalMessage, Refusal, refusal } from '../../../shared/refusals/index.ts';
import { type ReadingKind, type ReadingTasks, readingLimits } from './tasks.ts';
import type { ReadingReply } from './worker.ts';

/** What the file of a task is called, and how large it is. */
function limitText(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/**
 * A thread that reads files from elsewhere one after another, each within the limits of its kind. Whatever it does
 * to the thread is the file's refusal; the next file gets another thread.
 */
export class ReadingThread {
  private worker: Worker | null = null;
  private heapMegabytes = 0;

  constructor(private readonly workerPath: string) {}

  private workerFor(kind: ReadingKind): Worker {
    const { heapMegabytes } = readingLimits[kind];
    if (this.worker && this.heapMegabytes !== heapMegabytes) void this.close();
    this.heapMegabytes = heapMegabytes;
    if (this.worker) return this.worker;
    this.worker = new Worker(this.workerPath, { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } });
    // A thread that dies between two files takes nothing else down.
    this.worker.on('error', () => undefined);
    return this.worker;
  }

  /**
   * @param onCancel is given what cancels it
   * @throws Refusal what the kind's reader refuses; fileTooLarge, fileTooSlow, cancelled; fileInflates when memory
   * ran out
   */
  async read<Kind extends ReadingKind>(
    kind: Kind,
    input: ReadingTasks[Kind]['input'],
    onCancel?: (cancel: () => void) => void,
  ): Promise<ReadingTasks[Kind]['output']> {
    const { name, bytes } = input;
    const { fileBytes, milliseconds } = readingLimits[kind];
    if (bytes.length > fileBytes) throw refusal('fileTooLarge', { name, limit: limitText(fileBytes) });
    const worker = this.workerFor(kind);
    const listening = new AbortController();
    const { signal } = listening;
    try {
      const reply = await new Promise<ReadingReply>((resolve, reject) => {
        const deadline = setTimeout(() => reject(refusal('fileTooSlow', { name })), milliseconds);
        signal.addEventListener('abort', () => clearTimeout(deadline));
        onCancel?.(() => reject(refusal('cancelled')));
        once(worker, 'message', { signal }).then(([message]) => resolve(message as ReadingReply), reject);
        once(worker, 'exit', { signal }).then(() => reject(this.deathOf(name)), reject);
        worker.postMessage({ kind, input });
      }).catch(async (thrown: unknown) => {
        await this.close();
        throw thrown instanceof Refusal ? thrown : this.deathOf(name);
      });
      if (!reply.ok) throw fromRefusalMessage(reply.refusal);
      return reply.output as ReadingTasks[Kind]['output'];
    } finally {
      listening.abort();
    }
  }

  /** A thread that is gone ran out of memory, or met what no reader foresaw. */
  private deathOf(name: string): Refusal {
    return refusal('fileInflates', { name, limit: '内存上限' });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }
}

/** Reads files from elsewhere, each in a thread of its own; long reading can be cancelled. */
export class ForeignFiles {
  private readonly running = new Map<string, () => void>();

  constructor(private readonly workerPath: string) {}

  /** @throws Refusal as `ReadingThread` */
  async read<Kind extends ReadingKind>(
    jobId: string,
    kind: Kind,
    input: ReadingTasks[Kind]['input'],
  ): Promise<ReadingTasks[Kind]['output']> {
    const thread = new ReadingThread(this.workerPath);
    try {
      return await thread.read(kind, input, (cancel) => this.running.set(jobId, cancel));
    } finally {
      this.running.delete(jobId);
      await thread.close();
    }
  }

  /** One thread for many files, to be closed after them. */
  thread(): ReadingThread {
    return new ReadingThread(this.workerPath);
  }

  cancel(jobId: string): void {
    this.running.get(jobId)?.();
  }
}
