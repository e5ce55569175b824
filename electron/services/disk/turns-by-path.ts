import { resolve } from 'node:path';

const last = new Map<string, Promise<unknown>>();

/** Lets only one act at a time work on a file, whoever asks: two would write into one temporary file. */
export function inTurn<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  const key = resolve(path);
  const turn = (last.get(key) ?? Promise.resolve()).then(act);
  const settled = turn
    .catch(() => undefined)
    .then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
  last.set(key, settled);
  return turn;
}
