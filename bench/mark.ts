import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { buildIfStale } from '../build/build.ts';
import { createHandlers } from '../electron/handlers.ts';
import { createServices } from '../electron/services/create-services.ts';
import { serveLoopback } from '../electron/transport/loopback.ts';
import { createDispatch } from '../shared/contract/dispatch.ts';
import { openChromium } from '../tests/support/chromium.ts';
import type { Round } from './mark/page.ts';

const rounds = 5;
const marksARound = 100;

/**
 * What one acknowledged mark costs (rules, counters, proof, journal entry, journal file on the disk)
 * against a bare strict put of the same row, by turns in one page.
 */
export async function benchMark(): Promise<void> {
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const pageFolder = join(folder, 'page');
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'mark'),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: pageFolder },
  });
  const dist = join(import.meta.dirname, '../dist');
  const services = await createServices({
    host: 'browser',
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
  const measured = await page.evaluate(
    ([count, marks]) =>
      (window as unknown as { measure(rounds: number, marks: number): Promise<Round[]> }).measure(
        count,
        marks,
      ),
    [rounds, marksARound] as const,
  );
  for (const [index, { mark, put }] of measured.entries()) {
    console.log(
      `round ${index + 1}: mark ${mark.toFixed(2)} ms, bare strict put ${put.toFixed(2)} ms, ratio ${(mark / put).toFixed(2)}`,
    );
  }
  const ratios = measured.map(({ mark, put }) => mark / put).sort((a, b) => a - b);
  console.log(`acknowledged mark / bare strict put: ${(ratios[Math.floor(rounds / 2)] ?? 0).toFixed(2)}`);
  await context.close();
  await loopback.close();
  await services.printer.close();
}
