import type { HandlerContext } from '../../../shared/contract/host.ts';
import { refusal } from '../../../shared/refusals/index.ts';

/** What long work knows of itself. */
export interface Job {
  /** Aborted with the refusal `cancelled`: `throwIfAborted` between two things is enough to be stopped. */
  readonly signal: AbortSignal;
  /** Tells the page how far it is. */
  progress(done: number, total: number): void;
}

/**
 * The long work that runs for the page, by the id the page gave it. An id is known from the moment its call arrives
 * until it is answered, so a cancel sent after the call reaches it wherever it is, also where it waits for its turn.
 * A cancel of any other id, be it over or not yet asked for, changes nothing and leaves nothing behind: the wires keep
 * the order of calls, and a page that has not asked yet need not ask.
 */
export class Jobs {
  private readonly running = new Map<string, Set<AbortController>>();

  /** @throws Refusal what the work refuses; cancelled where it heeds the signal */
  async run<Result>(
    jobId: string,
    { report }: HandlerContext,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result> {
    const controller = new AbortController();
    const others = this.running.get(jobId) ?? new Set();
    this.running.set(jobId, others.add(controller));
    try {
      return await work({
        signal: controller.signal,
        progress: (done, total) => report({ type: 'progress', jobId, done, total }),
      });
    } finally {
      others.delete(controller);
      if (others.size === 0) this.running.delete(jobId);
    }
  }

  /** Stops whatever runs under this id. */
  cancel(jobId: string): void {
    for (const controller of this.running.get(jobId) ?? []) controller.abort(refusal('cancelled'));
  }

  /** How many ids are known. */
  get size(): number {
    return this.running.size;
  }
}
