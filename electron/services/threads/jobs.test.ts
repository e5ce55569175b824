import { expect, test } from 'vitest';
import type { HostEvent } from '../../../shared/contract/host.ts';
import { Jobs } from './jobs.ts';

const silent = { report: () => undefined };
const cancelled = { code: 'cancelled', message: '已取消。' };

/** Work that goes on until it is stopped. */
const untilStopped = ({ signal }: { signal: AbortSignal }) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('a job tells how far it is under its id', async () => {
  const events: HostEvent[] = [];
  const context = { report: (event: HostEvent) => events.push(event) };
  const answer = await new Jobs().run('a', context, async ({ progress }) => {
    progress(1, 2);
    return 'made';
  });
  expect([answer, events]).toEqual(['made', [{ type: 'progress', jobId: 'a', done: 1, total: 2 }]]);
});

test('a cancel reaches all that runs under its id, from the call on, and nothing else', async () => {
  const jobs = new Jobs();
  const [one, more, other] = ['a', 'a', 'b'].map((id) => jobs.run(id, silent, untilStopped));
  jobs.cancel('a');
  await expect(one).rejects.toMatchObject(cancelled);
  await expect(more).rejects.toMatchObject(cancelled);
  expect(jobs.size).toBe(1);
  jobs.cancel('b');
  await expect(other).rejects.toMatchObject(cancelled);
  expect(jobs.size).toBe(0);
});

test('between two things, a job that was stopped ends by asking', async () => {
  const jobs = new Jobs();
  const done: number[] = [];
  const working = jobs.run('a', silent, async ({ signal }) => {
    for (let next = 0; next < 10; next += 1) {
      signal.throwIfAborted();
      done.push(next);
      if (next === 3) jobs.cancel('a');
      await Promise.resolve();
    }
  });
  await expect(working).rejects.toMatchObject(cancelled);
  expect(done).toEqual([0, 1, 2, 3]);
});

test('a cancel before the call, or after the answer, changes nothing and leaves nothing behind', async () => {
  const jobs = new Jobs();
  jobs.cancel('a');
  expect(jobs.size).toBe(0);
  const work = async ({ signal }: { signal: AbortSignal }) => signal.throwIfAborted();
  await jobs.run('a', silent, work);
  jobs.cancel('a');
  await jobs.run('a', silent, work);
  await expect(jobs.run('a', silent, () => Promise.reject(new Error('no paper')))).rejects.toThrow(
    'no paper',
  );
  expect(jobs.size).toBe(0);
});
