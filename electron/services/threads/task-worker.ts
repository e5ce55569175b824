import { Worker } from 'node:worker_threads';
import { fromRefusalMessage } from '../../../shared/refusals/index.ts';
import type { FromWorker, ToWorker, WorkerData } from './protocol.ts';

/** Thrown by every task of a worker that ended before it answered; `message` is what nobody caught in it, or empty. */
export class WorkerEnded extends Error {
  constructor(
    readonly isOutOfMemory: boolean,
    message: string,
  ) {
    super(message);
  }
}

interface Pending {
  resolve(output: unknown): void;
  reject(thrown: unknown): void;
  onProgress(done: number): void;
  /** Called for each lot that the task begins, in order. */
  lotsUntaken: (() => void)[];
}

/** One task in a worker. */
export interface RunningTask {
  outcome: Promise<unknown>;
  /** Resolved when the task begins the lot, or is over. */
  give(items: unknown[]): Promise<void>;
  endLots(): void;
  /** Asks it to stop; nothing happens where it is over. */
  cancel(): void;
}

/** One worker, and the tasks that run in it. It keeps the process from ending only while there are any. */
export class TaskWorker {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private last = 0;
  private failure: Error | null = null;
  private isRetired = false;
  hasEnded = false;

  /** @param onEnd called when it is gone, whatever ended it */
  constructor(path: string, workerData: WorkerData, heapMegabytes: number | null, onEnd: () => void) {
    const resourceLimits = heapMegabytes === null ? {} : { maxOldGenerationSizeMb: heapMegabytes };
    this.worker = new Worker(path, { workerData, resourceLimits });
    this.worker.unref();
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error) => {
      this.failure = error;
    });
    this.worker.on('exit', () => {
      this.hasEnded = true;
      onEnd();
      const { failure } = this;
      const isOutOfMemory =
        failure !== null && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const ended = new WorkerEnded(isOutOfMemory, failure?.message ?? '');
      for (const task of [...this.pending.keys()]) this.settle(task, ({ reject }) => reject(ended));
    });
  }

  start(kind: string, input: unknown, onProgress: (done: number) => void): RunningTask {
    this.last += 1;
    const task = this.last;
    // What can't be sent throws here, before anything waits for it.
    this.post({ type: 'start', task, kind, input });
    const outcome = new Promise<unknown>((resolve, reject) => {
      this.pending.set(task, { resolve, reject, onProgress, lotsUntaken: [] });
      this.worker.ref();
    });
    return {
      outcome,
      give: (items) =>
        new Promise((resolve) => {
          const pending = this.pending.get(task);
          if (!pending) return resolve();
          pending.lotsUntaken.push(resolve);
          this.post({ type: 'lot', task, items });
        }),
      endLots: () => this.post({ type: 'lotsEnd', task }),
      cancel: () => {
        if (this.pending.has(task)) this.post({ type: 'cancel', task });
      },
    };
  }

  /** Ends it as soon as nothing runs in it. */
  retire(): void {
    this.isRetired = true;
    if (this.pending.size === 0) void this.end();
  }

  /** Ends it now, with all that runs in it. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker): void {
    const pending = this.pending.get(message.task);
    if (!pending) return;
    switch (message.type) {
      case 'progress':
        pending.onProgress(message.done);
        break;
      case 'lotTaken':
        pending.lotsUntaken.shift()?.();
        break;
      case 'done':
        this.settle(message.task, ({ resolve }) => resolve(message.output));
        break;
      case 'refused':
        this.settle(message.task, ({ reject }) => reject(fromRefusalMessage(message.refusal)));
        break;
    }
  }

  private settle(task: number, how: (pending: Pending) => void): void {
    const pending = this.pending.get(task);
    if (!pending) return;
    this.pending.delete(task);
    how(pending);
    for (const taken of pending.lotsUntaken) taken();
    if (this.pending.size > 0) return;
    this.worker.unref();
    if (this.isRetired) void this.end();
  }
}
