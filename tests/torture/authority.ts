import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutEverywhere, deskFiles, failEverywhere, figureFiles } from '../support/tortured-authority.ts';
import { KilledAuthority } from './killed-authority.ts';
import { Chance } from './random.ts';

export interface AuthorityTotal {
  kills: number;
  /** Steps that were let fail, each with each kind of failure. */
  failures: number;
  /** Files times bytes. */
  cuts: number;
  acknowledged: number;
  lost: number;
  undetected: number;
}

/** A desk grows with every run; a new one every so often keeps openings quick. */
const runsPerDesk = 30;

const newFolder = () => mkdtemp(join(tmpdir(), 'authority-'));

/** What the exhaustive trials found is lost or undetected by its words. */
function count(total: AuthorityTotal, faults: readonly string[]): void {
  for (const fault of faults) console.log(`authority: ${fault}`);
  const lost = faults.filter((fault) => fault.includes('lost:')).length;
  total.lost += lost;
  total.undetected += faults.length - lost;
}

async function kill(total: AuthorityTotal, runs: number, firstSeed: number): Promise<void> {
  let authority = await KilledAuthority.found();
  for (let index = 0; index < runs; index += 1) {
    if (index > 0 && index % runsPerDesk === 0) {
      total.acknowledged += authority.acknowledged;
      authority = await KilledAuthority.found();
    }
    const seed = firstSeed + index;
    const moment = await authority.workAndKill(new Chance(seed));
    const { lost, undetected } = await authority.open();
    total.kills += 1;
    total.lost += lost.length;
    total.undetected += undetected.length;
    const outcome = lost.length + undetected.length === 0 ? 'ok' : `LOST ${lost} UNDETECTED ${undetected}`;
    console.log(`authority ${index + 1} seed ${seed}: killed after ${moment} ms: ${outcome}`);
  }
  total.acknowledged += authority.acknowledged;
}

/** Kills an authority at work, lets each of its steps fail, and cuts each of its files at every byte. */
export async function tortureAuthority(runs: number, firstSeed: number): Promise<AuthorityTotal> {
  const total: AuthorityTotal = { kills: 0, failures: 0, cuts: 0, acknowledged: 0, lost: 0, undetected: 0 };
  for (const kind of ['ENOSPC', 'EIO', 'crash'] as const) {
    const { steps, acknowledged, faults } = await failEverywhere(newFolder, kind);
    total.failures += steps;
    total.acknowledged += acknowledged;
    count(total, faults);
  }
  for (const kind of [deskFiles, figureFiles]) {
    const { cuts, faults } = await cutEverywhere(newFolder, kind);
    total.cuts += cuts;
    count(total, faults);
  }
  await kill(total, Math.ceil(runs / 2), firstSeed);
  return total;
}
