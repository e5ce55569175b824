import { parentPort, workerData } from 'node:worker_threads';
import { refusal, toRefusalMessage } from '../../../shared/refusals/index.ts';
import type { Task, Tasks, ThreadDefinition } from './definition.ts';
import { Lots } from './lots.ts';
import type { FromWorker, ToWorker, WorkerData } from './protocol.ts';

/** What a task knows of itself while it runs. */
interface TaskContext {
  /** Says how far it is. @throws Refusal cancelled where somebody stopped it: called often, it stops soon */
  progress(done: number): void;
}

type FedContext<Item> = TaskContext & { items: AsyncIterable<Item> };

type TaskHandler<Of extends Task> = (
  input: Of['input'],
  context: Of extends { item: infer Item } ? FedContext<Item> : TaskContext,
) => Of['output'] | Promise<Of['output']>;

/** What a worker must have: one handler a kind. */
export type TaskHandlers<Map extends Tasks<Map>> = { [Kind in keyof Map]: TaskHandler<Map[Kind]> };

type AnyHandler = (input: unknown, context: FedContext<unknown>) => unknown;

/** Tasks of one worker that run, by their numbers. */
class RunningTasks {
  private readonly cancelled = new Set<number>();
  private readonly lots = new Map<number, Lots>();

  constructor(
    private readonly handlers: ReadonlyMap<string, AnyHandler>,
    private readonly send: (message: FromWorker) => void,
  ) {}

  receive(message: ToWorker): void {
    const { task } = message;
    if (message.type === 'start') {
      void this.run(task, message.kind, message.input);
      return;
    }
    const lots = this.lots.get(task);
    // Told of a task that has just ended: nothing of it is kept.
    if (!lots) return;
    if (message.type === 'lot') lots.put(message.items);
    else if (message.type === 'lotsEnd') lots.end();
    else {
      this.cancelled.add(task);
      lots.cancel();
    }
  }

  private async run(task: number, kind: string, input: unknown): Promise<void> {
    const lots = new Lots(() => this.send({ type: 'lotTaken', task }));
    this.lots.set(task, lots);
    const context = {
      items: lots.items(),
      progress: (done: number) => {
        if (this.cancelled.has(task)) throw refusal('cancelled');
        this.send({ type: 'progress', task, done });
      },
    };
    try {
      const handler = this.handlers.get(kind);
      if (!handler) throw refusal('notFound', { what: kind });
      this.send({ type: 'done', task, output: await handler(input, context) });
    } catch (thrown) {
      this.send({ type: 'refused', task, refusal: toRefusalMessage(thrown) });
    } finally {
      this.lots.delete(task);
      this.cancelled.delete(task);
    }
  }
}

/**
 * Makes this worker one of a thread.
 * @param handlersWith its handlers, given what the thread was set up with
 * @throws Error where this is no worker, or one that was started for another thread
 */
export function serve<Map extends Tasks<Map>, Settings>(
  { title }: ThreadDefinition<Map, Settings>,
  handlersWith: (settings: Settings) => TaskHandlers<Map>,
): void {
  const port = parentPort;
  const { thread, settings } = workerData as WorkerData;
  if (!port || thread !== title) throw new Error(`not a worker of ${title}`);
  // On the wire a kind is a name; host and worker are checked by the same definition, which is checked here.
  const handlers = Object.entries<unknown>(handlersWith(settings as Settings)) as [string, AnyHandler][];
  const tasks = new RunningTasks(new Map(handlers), (message) => port.postMessage(message));
  port.on('message', (message: ToWorker) => tasks.receive(message));
}
