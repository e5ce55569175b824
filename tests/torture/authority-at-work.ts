import { writeSync } from 'node:fs';
import { hashOf } from '../../electron/services/sealed-files/sealed-files.ts';
import { monthPeriod } from '../../shared/domain/base/period.ts';
import { counted, packed } from '../support/packed-base.ts';
import { deskOn, quiet } from '../support/worked-authority.ts';
import type { Told } from './killed-authority.ts';
import { Chance } from './random.ts';

/**
 * An authority that takes packages, and takes some back, until it is killed: folder, seed, and the number of its
 * first package. What it begins and what was acknowledged is told on standard output at once.
 */
const [folder = '', seed = '', first = ''] = process.argv.slice(2);
const chance = new Chance(Number(seed));
const desk = deskOn(folder);

const tell = (told: Told) => writeSync(1, `${JSON.stringify(told)}\n`);

async function add(number: number): Promise<string> {
  const period = monthPeriod(2017 + Math.floor(number / 12), 1 + (number % 12));
  const people = 1 + chance.below(50);
  const learners = chance.below(2) === 0 ? ['某人'] : [];
  const made = await packed({ at: number % 5, learners }, counted(people, people, 10, period));
  tell({ what: 'adding', number });
  await desk.addToInbox(`${number}.zip`, made.zip);
  tell({ what: 'added', zip: hashOf(made.zip) });
  return made.manifestHash;
}

await desk.rename('自治区人社厅');
for (let number = Number(first); ; ) {
  const manifests: string[] = [];
  for (let left = 1 + chance.below(3); left > 0; left -= 1) {
    manifests.push(await add(number));
    number += 1;
  }
  await desk.register(['JD01', 'JD02', 'JD03', 'JD04', 'JD05'], quiet);
  const { run, conflicts } = await desk.take(quiet);
  if (run === null) throw new Error(`nothing was taken: ${conflicts.map(({ reason }) => reason)}`);
  tell({ what: 'taken', run, manifests });
  if (chance.below(4) > 0) continue;
  tell({ what: 'takingBack', run });
  await desk.takeBack(run);
  tell({ what: 'takenBack', run });
}
