import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openChromium } from './chromium.ts';
import { type RunningHost, startHost } from './host.ts';

export interface OpenWindow {
  host: RunningHost;
  context: BrowserContext;
  page: Page;
  /** Ends page and host as a person would. */
  close(): Promise<void>;
}

/**
 * Starts the host over a data folder and opens its page in Chromium, as `npm start` would.
 * @param listen hears the page before it loads
 * @param args as `npm start` is given
 */
export async function openWindow(
  dataFolder: string,
  port: number,
  listen: (page: Page) => void = () => undefined,
  args: readonly string[] = [],
): Promise<OpenWindow> {
  const host = await startHost(dataFolder, port, args);
  const context = await openChromium(join(dataFolder, 'profile'));
  const page = context.pages()[0] ?? (await context.newPage());
  listen(page);
  await page.goto(host.entryUrl);
  return {
    host,
    context,
    page,
    close: async () => {
      await context.close();
      await host.stop();
    },
  };
}
