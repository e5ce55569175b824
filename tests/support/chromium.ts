import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';
import { findChromium } from '../../electron/chromium.ts';

/** Flags for a closed network and for running as root in CI. */
export const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
];

/** Milliseconds. What is waited for comes; how long a busy machine takes over it is nobody's fault. */
const longestWait = 240_000;

const look: BrowserContextOptions = {
  viewport: { width: 1366, height: 768 },
  // What is on its way in or out is neither here nor there for a test.
  reducedMotion: 'reduce',
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
};

function launchOptions(flags: readonly string[]): LaunchOptions {
  const executablePath = findChromium();
  return {
    ...(executablePath === null ? {} : { executablePath }),
    headless: true,
    args: [...quietFlags, ...flags],
  };
}

/** A real Chromium with a profile that outlives it, so that a restart finds the database again. */
export async function openChromium(profile: string, flags: readonly string[] = []): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions(flags), ...look });
  context.setDefaultTimeout(longestWait);
  return context;
}

/** A real Chromium for many tests: each takes a context of its own, which knows nothing of the others. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch(launchOptions([]));
}

export async function newContext(
  browser: Browser,
  about: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...look, ...about });
  context.setDefaultTimeout(longestWait);
  return context;
}
