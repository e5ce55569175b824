import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchChromium, newContext } from '../chromium.ts';
import { freePort, startHost } from '../host.ts';
import {
  type BaseName,
  type Chain,
  type ChainName,
  chainOf,
  chains,
  deskOf,
  type MadeFiles,
} from './chains.ts';
import { copyData, readFacts, readPage } from './kept-base.ts';
import { openOrigin, originOf, putKept, readKept } from './kept-page.ts';
import { longName, madeFiles } from './made-files.ts';
import type { Facts } from './steps/desk.ts';
import type { Builder } from './steps/index.ts';

declare global {
  interface Window {
    /** Put there by the steps' script. */
    builder: Builder;
  }
}

const fixtures = join(import.meta.dirname, '../../fixtures');

/**
 * Builds the bases that journeys start from, each once, when it is first asked for: the product's own commands,
 * run in a page of real Chromium against the real host. Each is kept as a folder: `data` as the host has
 * written it, `page.json` as the browser has, `facts.json` with what its steps had to say.
 */
export class BaseBuilder {
  private readonly chains = new Map<ChainName, Promise<void>>();
  private browser: Promise<Browser> | null = null;
  private script: Promise<string> | null = null;
  private readonly made = new Map<MadeFiles, Promise<string>>();

  private constructor(private readonly folder: string) {}

  static async start(): Promise<BaseBuilder> {
    return new BaseBuilder(await mkdtemp(join(tmpdir(), 'jidi-bases-')));
  }

  /** The folder of a base; the first to ask waits while its chain is built. */
  async folderOf(base: BaseName): Promise<string> {
    const chain = chainOf(base);
    const built = this.chains.get(chain) ?? this.buildChain(chain);
    this.chains.set(chain, built);
    await built;
    return join(this.folder, base);
  }

  async close(): Promise<void> {
    await (await this.browser)?.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async buildChain(name: ChainName): Promise<void> {
    const { on, bases, needs = [], takes }: Chain = chains[name];
    const { who, args } = deskOf(bases[0] ?? 'founded');
    const from = on === null ? null : await this.folderOf(on);
    const heard = [...(on === null ? [] : [on]), ...needs];
    const facts = await Promise.all(heard.map(async (base) => readFacts(await this.folderOf(base))));
    const dataFolder = join(this.folder, `${name} (building)`);
    if (from === null) await mkdir(dataFolder);
    else await copyData(join(from, 'data'), dataFolder);
    const [script, browser] = await Promise.all([this.bundled(), this.opened()]);
    const host = await startHost(dataFolder, await freePort(), args);
    // The steps come from outside, as no script may in the app's own page.
    const context = await newContext(browser, { bypassCSP: true });
    try {
      const page = await openOrigin(context, host);
      const made = takes === undefined ? '' : await this.filesOf(takes);
      for (const [place, folder] of [
        ['fixtures', fixtures],
        ['made', made],
      ] as const) {
        await page.route(`${originOf(host)}/${place}/**`, async (route) => {
          const path = decodeURIComponent(new URL(route.request().url()).pathname);
          await route.fulfill({ body: await readFile(join(folder, path.slice(place.length + 2))) });
        });
      }
      if (from !== null) await putKept(page, await readPage(from));
      await page.evaluate(script);
      await page.evaluate(([told, signingIn]) => window.builder.open(told, signingIn), [
        Object.assign({}, ...facts, { made, longName }) as Facts,
        on === null ? null : who,
      ] as const);
      for (const base of bases) {
        const said = await page.evaluate((next) => window.builder.step(next), base);
        const folder = join(this.folder, base);
        await mkdir(folder);
        await copyData(dataFolder, join(folder, 'data'));
        await writeFile(join(folder, 'facts.json'), JSON.stringify(said));
        await writeFile(join(folder, 'page.json'), JSON.stringify(await readKept(page)));
      }
    } finally {
      await context.close();
      await host.kill();
      await rm(dataFolder, { recursive: true, force: true });
    }
  }

  /** The folder of files that come from elsewhere; the first to ask waits while they are made. */
  filesOf(what: MadeFiles): Promise<string> {
    const folder = join(this.folder, what);
    const made =
      this.made.get(what) ??
      (async () => {
        await mkdir(folder);
        await madeFiles[what](folder, await this.opened());
        return folder;
      })();
    this.made.set(what, made);
    return made;
  }

  private opened(): Promise<Browser> {
    this.browser ??= launchChromium();
    return this.browser;
  }

  /** The steps as one script. */
  private bundled(): Promise<string> {
    this.script ??= build({
      entryPoints: [join(import.meta.dirname, 'steps/index.ts')],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      jsx: 'automatic',
      loader: { '.css': 'empty', '.module.css': 'empty', '.ttf': 'empty' },
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
    return this.script;
  }
}
