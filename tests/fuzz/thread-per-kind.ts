import { ReadingThread } from '../../electron/services/reading/reading-thread.ts';
import type { ReadingKind, ReadingTasks } from '../../electron/services/reading/tasks.ts';

/** Reads each kind in a thread that is kept: what kinds ask of a thread differs. */
export class ThreadPerKind {
  private readonly threads = new Map<ReadingKind, ReadingThread>();

  constructor(private readonly workerPath: string) {}

  readonly read = <Kind extends ReadingKind>(
    kind: Kind,
    input: ReadingTasks[Kind]['input'],
  ): Promise<ReadingTasks[Kind]['output']> => {
    const thread = this.threads.get(kind) ?? new ReadingThread(this.workerPath);
    this.threads.set(kind, thread);
    return thread.read(kind, input);
  };

  async close(): Promise<void> {
    await Promise.all([...this.threads.values()].map((thread) => thread.close()));
  }
}
