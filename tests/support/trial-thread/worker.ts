import { setImmediate as nextTurn } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import { serve } from '../../../electron/services/threads/serve.ts';
import { trialThread } from './tasks.ts';

function spin(): never {
  for (;;);
}

function swell(): never {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${kept.length} ${index}`));
}

serve(trialThread, (settings) => ({
  async count({ to }, { progress }) {
    let counted = 0;
    for (; counted < to; counted += 1) {
      progress(counted);
      await nextTurn();
    }
    return { counted };
  },
  describe: () => ({ threadId, settings }),
  async add({ gate }, { items }) {
    while (Atomics.load(gate, 0) === 0) await nextTurn();
    let sum = 0;
    for await (const item of items) sum += item;
    return { sum };
  },
  die({ how }) {
    if (how === 'exit') process.exit(0);
    setTimeout(() => {
      throw new Error('out of paper');
    });
    return new Promise(() => undefined);
  },
  unsendable: () => () => undefined,
  measure: ({ bytes }) => ({ threadId, bytes: bytes.length }),
  async meet({ arrived, people }) {
    Atomics.add(arrived, 0, 1);
    while (Atomics.load(arrived, 0) < people) await nextTurn();
    return { threadId };
  },
  spin,
  // Busy in a way that would let messages in, had anybody asked it to stop.
  dawdle: () => new Promise<never>(() => setInterval(() => undefined, 1000)),
  swell,
  hoard: swell,
}));
