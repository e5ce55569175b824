import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import { type BaseName, deskOf, type MadeFiles } from './bases/chains.ts';
import { copyData, readFacts, readPage } from './bases/kept-base.ts';
import { openOrigin, originOf, putKept } from './bases/kept-page.ts';
import type { Person } from './bases/people.ts';
import type { Facts } from './bases/steps/desk.ts';
import { launchChromium, newContext, openChromium } from './chromium.ts';
import { freePort, type RunningHost, startHost } from './host.ts';
import { HostClient } from './host-client.ts';
import type { OpenWindow } from './window.ts';

export interface OpenBase extends OpenWindow {
  dataFolder: string;
  /** What was said while the base was built. */
  facts: Facts;
}

export interface Opening {
  /** Who is signed in when the page opens; null leaves the desk at its door. */
  who?: Person | null;
  /** Hears the page before it loads. */
  listen?: (page: Page) => void;
  /** As `npm start` is given. */
  args?: readonly string[];
  /** Whether Chromium keeps its profile in the data folder, for tests that close and open it. */
  keepsProfile?: boolean;
}

let browser: Promise<Browser> | null = null;
afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

/** Where a base is kept as it was built, or the files that come from elsewhere: to read from, never to work in. */
export async function folderOf(base: BaseName | MadeFiles): Promise<string> {
  const answer = await fetch(`${inject('bases')}${encodeURIComponent(base)}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the base ${base} could not be built: ${text}`);
  return text;
}

async function contextOn(dataFolder: string, keepsProfile: boolean): Promise<BrowserContext> {
  if (keepsProfile) return openChromium(join(dataFolder, 'profile'));
  browser ??= launchChromium();
  return newContext(await browser);
}

/** Signs somebody in, so that the page finds the session as after a reload. */
async function signIn(page: Page, host: RunningHost, { name, password }: Person): Promise<void> {
  const client = await HostClient.connect(host);
  const account = (await client.host.keys.describe({})).accounts.find((one) => one.name === name);
  if (!account) throw new Error(`nobody is called ${name}`);
  const { session } = await client.host.keys.signIn({ accountId: account.id, password });
  client.close();
  await page.evaluate(
    ([id, accountId]) => {
      sessionStorage.setItem('session', id);
      localStorage.setItem('last-account', accountId);
    },
    [session, account.id] as const,
  );
}

/**
 * Opens a copy of a base that is this test's alone, in a Chromium that knows nothing of other tests; with null,
 * a data folder with nothing in it. When the test is over, all of it goes.
 */
export async function openBase(base: BaseName | null, opening: Opening = {}): Promise<OpenBase> {
  const usual = base === null ? { who: null, args: [] } : deskOf(base);
  const { who, args, listen, keepsProfile = false } = { ...usual, ...opening };
  const built = base === null ? null : await folderOf(base);
  const dataFolder = await mkdtemp(join(tmpdir(), 'jidi-'));
  if (built !== null) await copyData(join(built, 'data'), dataFolder);
  const [host, context] = await Promise.all([
    freePort().then((port) => startHost(dataFolder, port, args)),
    contextOn(dataFolder, keepsProfile),
  ]);
  const page = await openOrigin(context, host);
  const opened = {
    host,
    context,
    page,
    dataFolder,
    facts: built === null ? {} : await readFacts(built),
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
  onTestFinished(async () => {
    await opened.context.close();
    await opened.host.kill();
    await rm(dataFolder, { recursive: true, force: true });
  });
  if (built !== null) {
    await putKept(page, await readPage(built));
    if (who !== null) await signIn(page, host, who);
  }
  listen?.(page);
  await page.goto(originOf(host));
  return opened;
}
