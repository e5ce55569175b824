import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TrialTasks, trialThread } from '../../../tests/support/trial-thread/tasks.ts';
import { defineThread } from './definition.ts';
import { serve, type TaskHandlers } from './serve.ts';
import { Thread } from './thread.ts';

let workerPath = '';
let thread: Thread<TrialTasks, string>;

beforeAll(async () => {
  workerPath = join(await mkdtemp(join(tmpdir(), 'thread-')), 'worker.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../../../tests/support/trial-thread/worker.ts')],
    outfile: workerPath,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
});
beforeEach(() => {
  thread = new Thread(workerPath, trialThread, '甲');
});
afterEach(() => thread.close());

const file = (bytes = 3) => ({ name: '名册.xlsx', bytes: new Uint8Array(bytes) });
const counter = () => new Int32Array(new SharedArrayBuffer(4));
const forever = { to: Number.POSITIVE_INFINITY };
const threadId = async () => (await thread.run('describe', null)).threadId;
const cancelled = { code: 'cancelled' };

/** Resolved when a task has begun to say how far it is. */
function counting(signal?: AbortSignal) {
  let begun: () => void = () => undefined;
  const started = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const outcome = thread.run('count', forever, { signal, onProgress: () => begun() });
  outcome.catch(() => undefined);
  return { started, outcome };
}

describe('a task', () => {
  test('says how far it is, and answers what its kind answers', async () => {
    const seen: number[] = [];
    const { counted } = await thread.run('count', { to: 4 }, { onProgress: (done) => seen.push(done) });
    expect([counted, seen]).toEqual([4, [0, 1, 2, 3]]);
  });

  test('runs beside another in one worker, which is kept', async () => {
    const before = await threadId();
    const { started, outcome } = counting();
    await started;
    expect(await threadId()).toBe(before);
    await thread.close();
    await expect(outcome).rejects.toMatchObject({ code: 'internal' });
  });

  test('of a kind that runs alone has a worker for itself, as many at once as the kind allows', async () => {
    const [arrived, people] = [counter(), 2];
    const [one, other] = await Promise.all([
      thread.run('meet', { arrived, people }),
      thread.run('meet', { arrived, people }),
    ]);
    expect(one.threadId).not.toBe(other.threadId);
  });

  test('of a kind whose worker is kept runs where the last one ran', async () => {
    const { threadId: first, bytes } = await thread.run('measure', file());
    expect(bytes).toBe(3);
    expect((await thread.run('measure', file())).threadId).toBe(first);
    const [alone, next] = [
      await thread.run('meet', { arrived: counter(), people: 1 }),
      await thread.run('meet', { arrived: counter(), people: 1 }),
    ];
    expect(next.threadId).not.toBe(alone.threadId);
  });

  test('is set up as the last renewal says; what ran before ends as it began', async () => {
    const control = new AbortController();
    const before = await threadId();
    const { started, outcome } = counting(control.signal);
    await started;
    thread.renew((settings) => `${settings}乙`);
    expect(await thread.run('describe', null)).toMatchObject({ settings: '甲乙' });
    expect(await threadId()).not.toBe(before);
    control.abort();
    await expect(outcome).rejects.toMatchObject(cancelled);
  });

  test('that answers what can’t be sent is refused, and takes nothing else down', async () => {
    const before = await threadId();
    await expect(thread.run('unsendable', null)).rejects.toMatchObject({ code: 'internal' });
    expect(await threadId()).toBe(before);
  });
});

describe('a task that is cancelled', () => {
  test('before it starts, never starts', async () => {
    const signal = AbortSignal.abort();
    const seen: number[] = [];
    const counted = thread.run('count', { to: 4 }, { signal, onProgress: (done) => seen.push(done) });
    await expect(counted).rejects.toMatchObject(cancelled);
    await expect(thread.run('measure', file(), { signal })).rejects.toMatchObject(cancelled);
    expect(seen).toEqual([]);
  });

  test('while it runs beside others, stops; the others go on', async () => {
    const control = new AbortController();
    const before = await threadId();
    const { started, outcome } = counting(control.signal);
    await started;
    control.abort();
    await expect(outcome).rejects.toMatchObject(cancelled);
    expect(await threadId()).toBe(before);
  });

  test('while it runs alone, is ended even where it hears nothing; the next one runs', async () => {
    const control = new AbortController();
    const spinning = thread.run('spin', file(), { signal: control.signal });
    spinning.catch(() => undefined);
    await thread.run('describe', null);
    control.abort();
    await expect(spinning).rejects.toMatchObject(cancelled);
    expect((await thread.run('measure', file())).bytes).toBe(3);
  });

  test('in the moment it is asked for, is stopped too', async () => {
    for (const run of [
      (signal: AbortSignal) => thread.run('count', forever, { signal }),
      (signal: AbortSignal) => thread.run('spin', file(), { signal }),
    ]) {
      const control = new AbortController();
      const running = run(control.signal);
      control.abort();
      await expect(running).rejects.toMatchObject(cancelled);
    }
  });

  test('while it waits for its turn, no longer waits', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const spinning = thread.run('spin', file(), { signal: first.signal });
    const waiting = thread.run('spin', file(), { signal: second.signal });
    spinning.catch(() => undefined);
    second.abort();
    await expect(waiting).rejects.toMatchObject(cancelled);
    const third = thread.run('spin', file(), { signal: AbortSignal.timeout(100) });
    first.abort();
    await expect(spinning).rejects.toMatchObject(cancelled);
    await expect(third).rejects.toMatchObject(cancelled);
  });

  test('after it ended, has ended', async () => {
    const control = new AbortController();
    const { signal } = control;
    expect(await thread.run('count', { to: 2 }, { signal })).toEqual({ counted: 2 });
    expect(await thread.run('measure', file(), { signal })).toMatchObject({ bytes: 3 });
    control.abort();
    expect(await thread.run('count', { to: 2 })).toEqual({ counted: 2 });
    expect(await thread.run('measure', file())).toMatchObject({ bytes: 3 });
  });
});

describe('a task that is given items in lots', () => {
  const open = () => {
    const gate = counter();
    Atomics.store(gate, 0, 1);
    return gate;
  };

  test('takes them in their order, all of them', async () => {
    const lots = [[1, 2], [], [3], [4, 5, 6]];
    expect(await thread.runFed('add', { gate: open() }, lots)).toEqual({ sum: 21 });
    expect(await thread.runFed('add', { gate: open() }, [])).toEqual({ sum: 0 });
  });

  test('has a few lots ahead at most, while more are made', async () => {
    const gate = counter();
    let made = 0;
    async function* lots() {
      for (; made < 50; made += 1) yield [made];
    }
    const adding = thread.runFed('add', { gate }, lots());
    await expect.poll(() => made).toBe(2);
    // What was sent before has arrived when a later one is answered.
    for (let round = 0; round < 5; round += 1) await thread.run('describe', null);
    expect(made).toBe(2);
    Atomics.store(gate, 0, 1);
    expect(await adding).toEqual({ sum: (49 * 50) / 2 });
  });

  test('stops while it waits for the next lot', async () => {
    const control = new AbortController();
    async function* lots() {
      yield [1];
      control.abort();
      await new Promise(() => undefined);
    }
    const adding = thread.runFed('add', { gate: open() }, lots(), { signal: control.signal });
    await expect(adding).rejects.toMatchObject(cancelled);
  });

  test('ends with what its source throws', async () => {
    async function* lots() {
      yield [1];
      await nextTurn();
      throw new Error('no more paper');
    }
    await expect(thread.runFed('add', { gate: open() }, lots())).rejects.toThrow('no more paper');
    expect(await thread.runFed('add', { gate: open() }, [[1]])).toEqual({ sum: 1 });
  });
});

describe('what a worker does not bear', () => {
  test.each([
    ['exit', '试验的线程意外退出'],
    ['throw', '试验的线程意外退出（out of paper）'],
  ] as const)(
    'its death by %s is the refusal of all that ran in it, in words; the next has another',
    async (how, what) => {
      const { started, outcome } = counting();
      await started;
      const dying = thread.run('die', { how });
      const refused = { code: 'internal', data: { what } };
      await expect(dying).rejects.toMatchObject(refused);
      await expect(outcome).rejects.toMatchObject(refused);
      expect(await thread.run('count', { to: 2 })).toEqual({ counted: 2 });
    },
  );

  test('a file that takes all memory is refused by its name; what is no file, by the thread’s', async () => {
    await expect(thread.run('swell', file())).rejects.toMatchObject({
      code: 'fileInflates',
      data: { name: '名册.xlsx', limit: '内存上限' },
    });
    await expect(thread.run('hoard', null)).rejects.toMatchObject({
      code: 'internal',
      data: { what: '试验时内存不够' },
    });
  });

  test('what takes too long is ended', async () => {
    const hurried = defineThread<TrialTasks, string>({
      ...trialThread,
      rules: { ...trialThread.rules, spin: { ...trialThread.rules.spin, milliseconds: 100 } },
    });
    const impatient = new Thread(workerPath, hurried, '');
    const slow = impatient.run('spin', file());
    await expect(slow).rejects.toMatchObject({ code: 'fileTooSlow', data: { name: '名册.xlsx' } });
    await expect(thread.run('dawdle', null)).rejects.toMatchObject({
      code: 'internal',
      data: { what: '试验用的时间太长' },
    });
  });

  test('a file that is too large is refused before anything starts', async () => {
    const nowhere = new Thread('/nowhere.cjs', trialThread, '');
    await expect(nowhere.run('measure', file(1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'fileTooLarge',
      data: { name: '名册.xlsx', limit: '1 MB' },
    });
  });

  test('a worker of another thread does nothing', async () => {
    const other = defineThread<TrialTasks, string>({ ...trialThread, title: '别的' });
    await expect(new Thread(workerPath, other, '').run('describe', null)).rejects.toMatchObject({
      code: 'internal',
      data: { what: expect.stringContaining('not a worker of 试验') },
    });
  });
});

test('a wrong pairing does not compile', () => {
  expect(wrongPairings).toBeTypeOf('function');
});

/** Never called: that each of these is an error is what the compiler is asked. */
async function wrongPairings(all: TaskHandlers<TrialTasks>) {
  // @ts-expect-error another kind's input
  await thread.run('count', { how: 'exit' });
  // @ts-expect-error no such kind
  await thread.run('weigh', null);
  // @ts-expect-error another kind's answer
  (await thread.run('count', { to: 1 })).sum;
  // @ts-expect-error items must be given
  await thread.run('add', { gate: counter() });
  // @ts-expect-error items of another kind
  await thread.runFed('add', { gate: counter() }, [['one']]);
  // @ts-expect-error a kind that takes none
  await thread.runFed('count', { to: 1 }, [[1]]);
  // @ts-expect-error set up otherwise
  new Thread(workerPath, trialThread, 7);
  const { count, ...others } = all;
  // @ts-expect-error a handler is missing
  serve(trialThread, () => others);
  // @ts-expect-error a handler answers what another kind answers
  serve(trialThread, () => ({ ...others, count: () => ({ sum: 1 }) }));
  const { measure, ...rules } = trialThread.rules;
  // @ts-expect-error a kind has no rules
  defineThread<TrialTasks, string>({ title: '', rules });
  // @ts-expect-error a file from elsewhere without a limit, beside others
  defineThread<TrialTasks, string>({ title: '', rules: { ...rules, measure: { worker: 'shared' } } });
  return [count, measure];
}
