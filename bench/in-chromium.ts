import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { buildIfStale } from '../build/build.ts';
import { createHandlers } from '../electron/handlers/index.ts';
import { createServices } from '../electron/services/create-services.ts';
import { serveLoopback } from '../electron/transport/loopback.ts';
import { createDispatch } from '../shared/contract/dispatch.ts';
import { openChromium } from '../tests/support/chromium.ts';

/**
 * Builds a page of this folder, serves it by the real host services and opens it in real Chromium.
 * @param name the folder of the page, which puts `measure` on its window when it is ready
 */
export async function inChromium(name: string, work: (page: Page) => Promise<void>): Promise<void> {
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const pageFolder = join(folder, 'page');
  await build({
    configFile: false,
    root: join(import.meta.dirname, name),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: pageFolder },
  });
  const dist = join(import.meta.dirname, '../dist');
  const services = await createServices({
    host: 'browser',
    mode: 'base',
    version: 'bench',
    dataFolder: join(folder, 'data'),
    rendererFolder: pageFolder,
    workersFolder: join(dist, 'electron'),
    fontsFolder: join(dist, 'fonts'),
    systemKeyring: null,
    openPath: async () => undefined,
    revealPath: async () => undefined,
  });
  const loopback = await serveLoopback(createDispatch(createHandlers(services)), services.pages, 0);
  const context = await openChromium(join(folder, 'profile'));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(loopback.entryUrl);
  await page.waitForFunction(() => 'measure' in window);
  await work(page);
  await context.close();
  await loopback.close();
  await services.close();
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
