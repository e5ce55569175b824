import type { RefusalMessage } from '../../../shared/refusals/index.ts';

/** What a worker is started with: the thread it has to be one of, and what that thread's work needs. */
export interface WorkerData {
  thread: string;
  settings: unknown;
}

/** What a worker is told, each about one task by its number. */
export type ToWorker =
  | { type: 'start'; task: number; kind: string; input: unknown }
  | { type: 'lot'; task: number; items: unknown[] }
  | { type: 'lotsEnd'; task: number }
  | { type: 'cancel'; task: number };

/** What a worker tells, each about one task by its number. */
export type FromWorker =
  | { type: 'progress'; task: number; done: number }
  | { type: 'lotTaken'; task: number }
  | { type: 'done'; task: number; output: unknown }
  | { type: 'refused'; task: number; refusal: RefusalMessage };
