import { type Refusal, refusal } from '../../../shared/refusals/index.ts';
import type { AloneRules, RunOptions } from './definition.ts';
import { Places } from './places.ts';
import type { TaskWorker } from './task-worker.ts';

/** Workers that do one task at a time, each with a limited heap and for a limited time. */
export class LoneWorkers {
  private readonly places = new Map<string, Places>();
  private readonly idle = new Map<string, { worker: TaskWorker; ending: NodeJS.Timeout }>();
  /** Workers that began before the last change of settings are not kept. */
  private generation = 0;

  constructor(private readonly start: (heapMegabytes: number, onEnd: () => void) => TaskWorker) {}

  /** @throws Refusal what the handler refuses, cancelled, `tooSlow` @throws WorkerEnded */
  async run(
    kind: string,
    input: unknown,
    rules: AloneRules,
    options: RunOptions,
    tooSlow: () => Refusal,
  ): Promise<unknown> {
    const places = this.places.get(kind) ?? new Places(rules.atOnce);
    this.places.set(kind, places);
    const leave = await places.take(options.signal);
    try {
      // Stopped since it was given its place, which is a moment ago: nobody listened yet.
      if (options.signal?.aborted) throw refusal('cancelled');
      return await this.runIn(this.take(kind, rules), kind, input, rules, options, tooSlow);
    } finally {
      leave();
    }
  }

  private async runIn(
    worker: TaskWorker,
    kind: string,
    input: unknown,
    rules: AloneRules,
    { onProgress = () => undefined, signal }: RunOptions,
    tooSlow: () => Refusal,
  ): Promise<unknown> {
    const { generation } = this;
    let stop: (why: Refusal) => void = () => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    const cancel = () => stop(refusal('cancelled'));
    const deadline = setTimeout(() => stop(tooSlow()), rules.milliseconds);
    signal?.addEventListener('abort', cancel);
    let isAnswered = false;
    try {
      const { outcome } = worker.start(kind, input, onProgress);
      const answered = outcome.finally(() => {
        isAnswered = true;
      });
      return await Promise.race([answered, stopped]);
    } finally {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', cancel);
      const isKept = isAnswered && rules.keptMilliseconds > 0 && generation === this.generation;
      if (isKept) this.keep(kind, worker, rules.keptMilliseconds);
      else await worker.end();
    }
  }

  /** Keeps no worker that was started until now. */
  retire(): void {
    this.generation += 1;
    for (const kind of [...this.idle.keys()]) void this.takeIdle(kind)?.end();
  }

  private take(kind: string, { heapMegabytes }: AloneRules): TaskWorker {
    const kept = this.takeIdle(kind);
    if (kept) return kept;
    const worker = this.start(heapMegabytes, () => {
      if (this.idle.get(kind)?.worker === worker) this.takeIdle(kind);
    });
    return worker;
  }

  private takeIdle(kind: string): TaskWorker | undefined {
    const kept = this.idle.get(kind);
    this.idle.delete(kind);
    clearTimeout(kept?.ending);
    return kept?.worker;
  }

  private keep(kind: string, worker: TaskWorker, milliseconds: number): void {
    if (worker.hasEnded || this.idle.has(kind)) {
      void worker.end();
      return;
    }
    const ending = setTimeout(() => void this.takeIdle(kind)?.end(), milliseconds);
    ending.unref();
    this.idle.set(kind, { worker, ending });
  }
}
