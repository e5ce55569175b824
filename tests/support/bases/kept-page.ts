import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import type { RunningHost } from '../host.ts';

const keyPath = z.union([z.string(), z.array(z.string()), z.null()]);
const store = z.object({
  name: z.string(),
  keyPath,
  autoIncrement: z.boolean(),
  indexes: z.array(z.object({ name: z.string(), keyPath, unique: z.boolean(), multiEntry: z.boolean() })),
  rows: z.array(z.record(z.string(), z.unknown())),
});

/** What a page has kept in the browser: its database, row by row, and what it has written down beside it. */
export const keptPage = z.object({
  databases: z.array(z.object({ name: z.string(), version: z.number(), stores: z.array(store) })),
  notes: z.record(z.string(), z.string()),
});
export type KeptPage = z.infer<typeof keptPage>;

export function originOf({ port }: RunningHost): string {
  return `http://127.0.0.1:${port}`;
}

/** Opens the app's page without its script: what is left is of its origin and may use all that it has there. */
export async function openOrigin(context: BrowserContext, host: RunningHost): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await context.addCookies([
    { name: 'host-token', value: host.token, url: originOf(host), httpOnly: true, sameSite: 'Strict' },
  ]);
  const scripts = `${originOf(host)}/assets/**`;
  await page.route(scripts, (route) => route.abort());
  await page.goto(originOf(host));
  await page.unroute(scripts);
  return page;
}

/** Reads all there is in the browser for the page's origin, past the app. */
export async function readKept(page: Page): Promise<KeptPage> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '', version = 1 }) => {
        const database = await done(indexedDB.open(name));
        const stores = await Promise.all(
          [...database.objectStoreNames].map(async (table) => {
            const from = database.transaction(table).objectStore(table);
            const indexes = [...from.indexNames].map((index) => {
              const { keyPath: path, unique, multiEntry } = from.index(index);
              return { name: index, keyPath: path, unique, multiEntry };
            });
            const { keyPath: path, autoIncrement } = from;
            return { name: table, keyPath: path, autoIncrement, indexes, rows: await done(from.getAll()) };
          }),
        );
        database.close();
        return { name, version, stores };
      }),
    );
    return { databases, notes: { ...localStorage } };
  });
}

/** Puts what was kept elsewhere into the browser, for an origin that has nothing yet. */
export async function putKept(page: Page, kept: KeptPage): Promise<void> {
  await page.evaluate(async ({ databases, notes }) => {
    for (const [key, value] of Object.entries(notes)) localStorage.setItem(key, value);
    for (const { name, version, stores } of databases) {
      const request = indexedDB.open(name, version);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        request.onupgradeneeded = () => {
          for (const { name: table, keyPath: path, autoIncrement, indexes, rows } of stores) {
            const into = request.result.createObjectStore(table, { keyPath: path, autoIncrement });
            for (const index of indexes) {
              const { unique, multiEntry } = index;
              into.createIndex(index.name, index.keyPath ?? [], { unique, multiEntry });
            }
            for (const row of rows) into.put(row);
          }
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      database.close();
    }
  }, kept);
}
