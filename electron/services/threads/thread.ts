import { refusal } from '../../../shared/refusals/index.ts';
import type {
  AloneRules,
  FedKind,
  ForeignFile,
  LotsOf,
  PlainKind,
  Rules,
  RunOptions,
  Tasks,
  ThreadDefinition,
} from './definition.ts';
import { LoneWorkers } from './lone-workers.ts';
import { type RunningTask, TaskWorker, WorkerEnded } from './task-worker.ts';

type AnyLots = Iterable<unknown[]> | AsyncIterable<unknown[]>;

function isForeignFile(input: unknown): input is ForeignFile {
  return (
    typeof input === 'object' &&
    input !== null &&
    'name' in input &&
    typeof input.name === 'string' &&
    'bytes' in input &&
    input.bytes instanceof Uint8Array
  );
}

/** Gives a task its lots, so many ahead of it at most; ends with the task at the latest. */
async function feed(task: RunningTask, lots: AnyLots, lotsAhead: number, isOver: () => boolean) {
  const untaken: Promise<void>[] = [];
  for await (const lot of lots) {
    if (untaken.length >= lotsAhead) await untaken.shift();
    if (isOver()) return;
    untaken.push(task.give(lot));
  }
  if (!isOver()) task.endLots();
}

/**
 * Work that is done in workers, asked for by kind: what goes in and what comes out is typed by the kind, how it runs
 * and what it may take stands in the thread's definition. Workers are started when they are needed; one that dies is
 * the refusal of what ran in it, and the next task has another.
 */
export class Thread<Map extends Tasks<Map>, Settings> {
  private shared: TaskWorker | null = null;
  private readonly workers = new Set<TaskWorker>();
  private readonly lone: LoneWorkers;

  constructor(
    private readonly workerPath: string,
    private readonly definition: ThreadDefinition<Map, Settings>,
    private settings: Settings,
  ) {
    this.lone = new LoneWorkers((heapMegabytes, onEnd) => this.newWorker(heapMegabytes, onEnd));
  }

  /**
   * Does one task. A signal that comes first keeps it from starting; one that comes later stops it; one that comes
   * after the end changes nothing.
   * @throws Refusal what the kind's handler refuses; cancelled; of a file fileTooLarge, fileTooSlow, or fileInflates
   * where the worker did not bear it; else internal
   */
  async run<Kind extends PlainKind<Map>>(
    kind: Kind,
    input: Map[Kind]['input'],
    options: RunOptions = {},
  ): Promise<Map[Kind]['output']> {
    const rules: Rules = this.definition.rules[kind];
    // What comes back is of the kind: the worker's handlers are checked by the same definition, and no other serves it.
    return rules.worker === 'shared'
      ? this.runShared(kind, input, options, null)
      : this.runAlone(kind, input, options, rules);
  }

  /**
   * Does one task that is given items in lots, so many ahead as its rules say at most.
   * @throws Refusal as `run`, and whatever the source of the lots throws
   */
  async runFed<Kind extends FedKind<Map>>(
    kind: Kind,
    input: Map[Kind]['input'],
    lots: LotsOf<Map[Kind]>,
    options: RunOptions = {},
  ): Promise<Map[Kind]['output']> {
    const rules: Rules = this.definition.rules[kind];
    const lotsAhead = 'lotsAhead' in rules ? rules.lotsAhead : 0;
    return this.runShared(kind, input, options, { lots, lotsAhead });
  }

  /** Sets up every worker from now on as changed; what runs ends as it began. */
  renew(change: (settings: Settings) => Settings): void {
    this.settings = change(this.settings);
    this.shared?.retire();
    this.shared = null;
    this.lone.retire();
  }

  /** Ends all workers, with whatever runs in them. */
  async close(): Promise<void> {
    this.lone.retire();
    await Promise.all([...this.workers].map((worker) => worker.end()));
  }

  private newWorker(heapMegabytes: number | null, onEnd: () => void): TaskWorker {
    const workerData = { thread: this.definition.title, settings: this.settings };
    const worker = new TaskWorker(this.workerPath, workerData, heapMegabytes, () => {
      this.workers.delete(worker);
      onEnd();
    });
    this.workers.add(worker);
    return worker;
  }

  private sharedWorker(): TaskWorker {
    if (this.shared) return this.shared;
    const worker = this.newWorker(null, () => {
      if (this.shared === worker) this.shared = null;
    });
    this.shared = worker;
    return worker;
  }

  private async runShared(
    kind: string,
    input: unknown,
    { onProgress = () => undefined, signal }: RunOptions,
    fed: { lots: AnyLots; lotsAhead: number } | null,
  ): Promise<unknown> {
    if (signal?.aborted) throw refusal('cancelled');
    const task = this.sharedWorker().start(kind, input, onProgress);
    const cancel = () => task.cancel();
    signal?.addEventListener('abort', cancel);
    let isOver = false;
    const failures: unknown[] = [];
    if (fed) {
      feed(task, fed.lots, fed.lotsAhead, () => isOver).catch((thrown: unknown) => {
        failures.push(thrown);
        task.cancel();
      });
    }
    try {
      return await task.outcome;
    } catch (thrown) {
      throw failures.length > 0 ? failures[0] : this.refusalOf(thrown, null);
    } finally {
      isOver = true;
      signal?.removeEventListener('abort', cancel);
    }
  }

  private async runAlone(
    kind: string,
    input: unknown,
    options: RunOptions,
    rules: AloneRules,
  ): Promise<unknown> {
    const file = isForeignFile(input) && 'fileBytes' in rules ? input : null;
    if (file && 'fileBytes' in rules && file.bytes.length > rules.fileBytes) {
      const limit = `${Math.round(rules.fileBytes / 1024 / 1024)} MB`;
      throw refusal('fileTooLarge', { name: file.name, limit });
    }
    const tooSlow = () =>
      file
        ? refusal('fileTooSlow', { name: file.name })
        : refusal('internal', { what: `${this.definition.title}用的时间太长` });
    try {
      return await this.lone.run(kind, input, rules, options, tooSlow);
    } catch (thrown) {
      throw this.refusalOf(thrown, file);
    }
  }

  /** The end of a worker in words; all else as it is. */
  private refusalOf(thrown: unknown, file: ForeignFile | null): unknown {
    if (!(thrown instanceof WorkerEnded)) return thrown;
    // Whatever no reader foresaw counts as too much of a file: what it did with the memory can't be known.
    if (file) return refusal('fileInflates', { name: file.name, limit: '内存上限' });
    const { title } = this.definition;
    if (thrown.isOutOfMemory) return refusal('internal', { what: `${title}时内存不够` });
    const why = thrown.message === '' ? '' : `（${thrown.message}）`;
    return refusal('internal', { what: `${title}的线程意外退出${why}` });
  }
}
