import { parentPort } from 'node:worker_threads';
import { type RefusalMessage, toRefusalMessage } from '../../../shared/refusals/index.ts';
import { type ReadingKind, type ReadingTasks, readForeign } from './tasks.ts';

export type ReadingReply =
  | { ok: true; output: ReadingTasks[ReadingKind]['output'] }
  | { ok: false; refusal: RefusalMessage };

parentPort?.on('message', ({ kind, input }: { kind: ReadingKind; input: never }) => {
  readForeign(kind, input).then(
    (output) => parentPort?.postMessage({ ok: true, output } satisfies ReadingReply),
    (thrown: unknown) =>
      parentPort?.postMessage({ ok: false, refusal: toRefusalMessage(thrown) } satisfies ReadingReply),
  );
});
