import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { deskOn, faultsAtRest, packagesBelow, storeOf } from '../support/worked-authority.ts';
import type { Chance } from './random.ts';

/** What an authority at work says it begins, or was told is done. */
export type Told =
  | { what: 'adding'; number: number }
  | { what: 'added'; zip: string }
  | { what: 'taken'; run: string; manifests: string[] }
  | { what: 'takingBack'; run: string }
  | { what: 'takenBack'; run: string };

const worker = join(import.meta.dirname, 'authority-at-work.ts');

/** An authority's desk that is killed at work, opened again, and worked at on. */
export class KilledAuthority {
  private readonly zips = new Set<string>();
  private readonly taken = new Map<string, string[]>();
  private readonly doubtful = new Set<string>();
  private readonly takenBack = new Set<string>();
  private next = 0;

  private constructor(private readonly folder: string) {}

  static async found(): Promise<KilledAuthority> {
    return new KilledAuthority(await mkdtemp(join(tmpdir(), 'authority-')));
  }

  /** Acts that were acknowledged so far. */
  get acknowledged(): number {
    return this.zips.size + this.taken.size + this.takenBack.size;
  }

  private hear(told: Told): void {
    if (told.what === 'adding') this.next = told.number + 1;
    if (told.what === 'added') this.zips.add(told.zip);
    if (told.what === 'taken') this.taken.set(told.run, told.manifests);
    if (told.what === 'takingBack') this.doubtful.add(told.run);
    if (told.what === 'takenBack') this.takenBack.add(told.run);
  }

  /** Works, and is killed somewhere in it; answers after how many milliseconds. */
  async workAndKill(chance: Chance): Promise<number> {
    const seed = String(chance.below(2 ** 31));
    const child = spawn(process.execPath, ['--import', 'tsx', worker, this.folder, seed, String(this.next)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const lines = createInterface(child.stdout);
    const heard = once(lines, 'close');
    lines.on('line', (line) => this.hear(JSON.parse(line) as Told));
    await Promise.race([once(lines, 'line'), ended]);
    const moment = chance.below(1200);
    const waiting = new Promise((resolve) => setTimeout(resolve, moment));
    await Promise.race([waiting, ended]);
    if (child.exitCode !== null) throw new Error(`the authority ended by itself: ${child.exitCode}`);
    child.kill('SIGKILL');
    await Promise.all([ended, heard]);
    return moment;
  }

  /** Opens the desk again; answers what of what was acknowledged is lost, and what else is wrong. */
  async open(): Promise<{ lost: string[]; undetected: string[] }> {
    const { problems } = await deskOn(this.folder).describe();
    const counted = await storeOf(this.folder).packages();
    const lost: string[] = [];
    const undetected = [...problems];
    const kept = await packagesBelow(this.folder);
    for (const zip of this.zips) if (!kept.has(zip)) lost.push(`package ${zip}`);
    for (const [run, manifests] of this.taken) {
      if (this.doubtful.has(run)) continue;
      const of = new Set(counted.filter((one) => one.run === run).map(({ manifestHash }) => manifestHash));
      if (!manifests.every((manifest) => of.has(manifest))) lost.push(`run ${run}`);
    }
    for (const { run } of counted)
      if (this.takenBack.has(run)) undetected.push(`${run} counts though taken back`);
    return { lost, undetected: [...undetected, ...(await faultsAtRest(this.folder))] };
  }
}
