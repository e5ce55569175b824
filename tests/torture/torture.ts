import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildIfStale } from '../../build/build.ts';
import { ensureTools } from '../../build/ensure-tools.ts';
import { freePort } from '../support/host.ts';
import { tortureAuthority } from './authority.ts';
import { type Comparison, compare } from './compare.ts';
import type { Engine } from './engines.ts';
import { type FaultName, faults } from './faults.ts';
import { Chance } from './random.ts';
import { TorturedBase } from './tortured-base.ts';

type Way = 'killBoth' | 'killPage' | 'killHost' | 'fullDisk' | FaultName;

const ways: readonly Way[] = [
  'killBoth',
  ...(Object.keys(faults) as FaultName[]),
  'killHost',
  'fullDisk',
  'killPage',
];

/** A base grows with every run; a new one every so often keeps openings quick. */
const runsPerBase = 30;
const tmpfsMegabytes = 400;

const run = promisify(execFile);
const mounts: string[] = [];

/** A small disk of its own where this machine lets us have one, so that it can be filled. */
async function newDisk(): Promise<{ folder: string; canFill: boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'torture-'));
  const options = ['-t', 'tmpfs', '-o', `size=${tmpfsMegabytes}m`, 'tmpfs', folder];
  const canFill = await run('mount', options).then(
    () => true,
    () => false,
  );
  if (canFill) mounts.push(folder);
  return { folder: join(folder, 'base'), canFill };
}

async function workAndBreak(base: TorturedBase, way: Way, chance: Chance): Promise<string> {
  let isOver = false;
  const working = base.work(chance, () => isOver).catch(() => undefined);
  const moment = 300 + chance.below(1500);
  await new Promise((resolve) => setTimeout(resolve, moment));
  let what = `${way} after ${moment} ms`;
  if (way === 'killHost') {
    await base.killHost();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (way === 'killPage') await base.killPage();
  if (way === 'fullDisk') {
    const free = await base.fillDisk();
    await new Promise((resolve) => setTimeout(resolve, 700));
    isOver = true;
    await working;
    const notices = base.page.getByText(/^(未能保存|没有完成)$/);
    const said = (await notices.count()) > 0;
    what += said ? ', said' : ', nothing failed';
    await base.end(false);
    await free();
    return what;
  }
  isOver = true;
  if (way in faults) {
    await base.end(chance.next() < 0.5);
    await working;
    return `${what}; ${await faults[way as FaultName](base.dataFolder, chance)}`;
  }
  await base.end(false);
  await working;
  return what;
}

interface Total {
  runs: number;
  acknowledged: number;
  lost: number;
  undetected: number;
}

async function oneRun(base: TorturedBase, way: Way, seed: number): Promise<Comparison & { what: string }> {
  const what = await workAndBreak(base, way, new Chance(seed));
  await base.start();
  await base.reachDesk();
  return { what, ...(await compare(base.page, base.journalFolder, base.acknowledged.entries)) };
}

async function torture(runs: number, firstSeed: number): Promise<Total> {
  const total: Total = { runs: 0, acknowledged: 0, lost: 0, undetected: 0 };
  for (const engine of ['leveldb', 'sqlite'] satisfies Engine[]) {
    let base: TorturedBase | null = null;
    let canFill = false;
    const share = engine === 'leveldb' ? Math.ceil(runs / 2) : Math.floor(runs / 2);
    for (let index = 0; index < share; index += 1) {
      if (index % runsPerBase === 0) {
        if (base) total.acknowledged += base.acknowledged.total;
        await base?.end(true);
        const disk = await newDisk();
        canFill = disk.canFill;
        base = new TorturedBase(engine, disk.folder, await freePort());
        await base.found();
      }
      if (!base) break;
      const turn = ways[index % ways.length] ?? 'killBoth';
      if (turn === 'fullDisk' && !canFill) {
        console.log('a disk of its own could not be mounted: a full disk is left out');
        continue;
      }
      const seed = firstSeed + index * 2 + (engine === 'sqlite' ? 1 : 0);
      const { what, lost, undetected } = await oneRun(base, turn, seed);
      total.runs += 1;
      total.lost += lost.length;
      total.undetected += undetected.length;
      const outcome = lost.length + undetected.length === 0 ? 'ok' : `LOST ${lost} UNDETECTED ${undetected}`;
      console.log(`${engine} ${index + 1} seed ${seed}: ${what} → ${base.said.join(', ')}: ${outcome}`);
    }
    if (base) total.acknowledged += base.acknowledged.total;
    await base?.end(true);
  }
  return total;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
ensureTools();
await buildIfStale();
try {
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  const authority = await tortureAuthority(runs, seed);
  const base = await torture(runs, seed);
  console.log(
    `runs ${base.runs}, acknowledged ${base.acknowledged}, lost ${base.lost}, undetected ${base.undetected}; ` +
      `authority: kills ${authority.kills}, failing steps ${authority.failures}, cuts ${authority.cuts}, ` +
      `acknowledged ${authority.acknowledged}, lost ${authority.lost}, undetected ${authority.undetected}`,
  );
  const isWhole = (total: { lost: number; undetected: number; acknowledged: number }) =>
    total.lost === 0 && total.undetected === 0 && total.acknowledged > 0;
  process.exitCode = isWhole(base) && isWhole(authority) ? 0 : 1;
} finally {
  for (const mount of mounts) await run('umount', ['-l', mount]).catch(() => undefined);
}
