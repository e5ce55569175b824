/** What a thread can be asked for: what goes in, what comes out, and the items that follow in lots, where any do. */
export interface Task {
  input: unknown;
  output: unknown;
  item?: unknown;
}

/** The map of a thread's tasks by kind: the one type that the host's side and the worker's side are checked by. */
export type Tasks<Map> = { [Kind in keyof Map]: Task };

/** Kinds that are given items in lots while they run. */
export type FedKind<Map extends Tasks<Map>> = {
  [Kind in keyof Map & string]: Map[Kind] extends { item: unknown } ? Kind : never;
}[keyof Map & string];

/** Kinds that have all they need in their input. */
export type PlainKind<Map extends Tasks<Map>> = Exclude<keyof Map & string, FedKind<Map>>;

/** A file that came from elsewhere: what reading it does to a thread is the file's refusal. */
export interface ForeignFile {
  name: string;
  bytes: Uint8Array;
}

/** Runs beside others in the thread's one worker, which is kept. Cancelled, it is asked to stop. */
interface Shared {
  worker: 'shared';
}

/** The same, given items in lots. */
interface SharedFed extends Shared {
  /** Lots that wait in the worker at most. */
  lotsAhead: number;
}

/** Has a worker for itself, which ends where the work is cancelled or takes more than it may. */
interface Alone {
  worker: 'alone';
  heapMegabytes: number;
  milliseconds: number;
  /** How many of the kind run at once; others wait. */
  atOnce: number;
  /** How long an idle worker is kept for the next of the kind; 0 where each has a worker of its own. */
  keptMilliseconds: number;
}

interface AloneWithFile extends Alone {
  /** The most a file may be. */
  fileBytes: number;
}

/** Lots of items, as they are made. */
export type LotsOf<Of extends Task> = Of extends { item: infer Item }
  ? Iterable<Item[]> | AsyncIterable<Item[]>
  : never;

export interface RunOptions {
  onProgress?: ((done: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export type Rules = Shared | SharedFed | Alone | AloneWithFile;
export type AloneRules = Alone | AloneWithFile;

type RulesFor<Of extends Task> = Of extends { item: unknown }
  ? SharedFed
  : Of['input'] extends ForeignFile
    ? AloneWithFile
    : Shared | Alone;

/** A thread: its name in the words of a refusal, and how each kind runs. */
export interface ThreadDefinition<Map extends Tasks<Map>, Settings> {
  readonly title: string;
  readonly rules: { readonly [Kind in keyof Map]: Rules & RulesFor<Map[Kind]> };
  /** Only a type: what every worker of the thread is started with. */
  readonly settings?: Settings;
}

/**
 * Defines a thread by the map of its tasks and the settings its workers start with.
 * @example const reading = defineThread<ReadingTasks, null>({ title: '读取文件', rules: { … } });
 */
export function defineThread<Map extends Tasks<Map>, Settings>(
  definition: ThreadDefinition<Map, Settings>,
): ThreadDefinition<Map, Settings> {
  return definition;
}
