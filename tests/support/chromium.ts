import { type BrowserContext, chromium } from 'playwright-core';
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

/** A real Chromium with a profile that outlives it, so that a restart finds the database again. */
export async function openChromium(profile: string, flags: readonly string[] = []): Promise<BrowserContext> {
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    headless: true,
    args: [...quietFlags, ...flags],
    viewport: { width: 1366, height: 768 },
    // What is on its way in or out is neither here nor there for a test.
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(15_000);
  return context;
}
