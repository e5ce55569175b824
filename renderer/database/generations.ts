import Dexie from 'dexie';

interface StorageBucket {
  indexedDB: IDBFactory;
}

declare global {
  interface Navigator {
    /** Chromium's storage buckets: each keeps its databases in files of its own. */
    storageBuckets?: {
      open(name: string, options?: { durability?: 'strict'; persisted?: boolean }): Promise<StorageBucket>;
      keys(): Promise<string[]>;
      delete(name: string): Promise<void>;
    };
  }
}

/**
 * Databases are numbered, and the highest number is the one in use. A damaged one is not mended but
 * built anew from the journal under the next number, in a bucket of its own: Chromium keeps all other
 * databases of a page in one store, and where that can't be opened, none of them can.
 */
export interface Generation {
  number: number;
  name: string;
  indexedDB: IDBFactory;
}

const first = 1;
const namePattern = /^base-(\d+)$/;

async function namesInStore(): Promise<string[]> {
  return (await indexedDB.databases()).map(({ name = '' }) => name);
}

/** The generations after the first: each a bucket, or where there are no buckets a database beside the first. */
async function laterNumbers(): Promise<number[]> {
  const names = await (navigator.storageBuckets?.keys() ?? namesInStore()).catch(() => []);
  return names.map((name) => Number(namePattern.exec(name)?.[1] ?? 0)).filter((number) => number > first);
}

async function generation(number: number): Promise<Generation> {
  const name = `base-${number}`;
  if (number === first || !navigator.storageBuckets) return { number, name, indexedDB };
  const bucket = await navigator.storageBuckets.open(name, { durability: 'strict', persisted: true });
  return { number, name, indexedDB: bucket.indexedDB };
}

/** The generation in use; the first where there is none yet. */
export async function currentGeneration(): Promise<Generation> {
  return generation(Math.max(first, ...(await laterNumbers())));
}

/** An empty one after the one in use. */
export async function nextGeneration(): Promise<Generation> {
  return generation(Math.max(first, ...(await laterNumbers())) + 1);
}

/** Lets go of every generation before this one; what can't be deleted stays and is in nobody's way. */
export async function deleteGenerationsBefore(name: string): Promise<void> {
  const own = Number(namePattern.exec(name)?.[1] ?? 0);
  for (const number of [first, ...(await laterNumbers())].filter((one) => one < own)) {
    const earlier = `base-${number}`;
    const isInStore = number === first || !navigator.storageBuckets;
    await (isInStore ? Dexie.delete(earlier) : navigator.storageBuckets?.delete(earlier))?.catch(
      () => undefined,
    );
  }
}
