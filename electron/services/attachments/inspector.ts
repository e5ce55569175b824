import { Worker } from 'node:worker_threads';
import { Turns } from '../turns.ts';
import type { Inspection } from './inspect.ts';

const longestMilliseconds = 60_000;
const heapMegabytes = 1024;

/** Looks into attached files, each in a worker of its own with a heap limit and a deadline, one at a time. */
export class Inspector {
  private readonly turns = new Turns();

  constructor(
    private readonly workerPath: string,
    private readonly wasmPath: string,
  ) {}

  /** What a file holds; no pages where it can't be read in time and room. */
  inspect(bytes: Uint8Array, type: string, pictureHeight?: number): Promise<Inspection> {
    return this.turns.take(() => this.run(bytes, type, pictureHeight));
  }

  private async run(bytes: Uint8Array, type: string, pictureHeight?: number): Promise<Inspection> {
    const worker = new Worker(this.workerPath, {
      workerData: { bytes, type, wasmPath: this.wasmPath, pictureHeight },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const nothing: Inspection = { pages: null, text: '', thumbnail: null };
    let deadline: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Inspection>((resolve) => {
        deadline = setTimeout(() => resolve(nothing), longestMilliseconds);
        worker.once('message', resolve);
        worker.once('error', () => resolve(nothing));
        worker.once('exit', () => resolve(nothing));
      });
    } finally {
      clearTimeout(deadline);
      await worker.terminate();
    }
  }
}
