import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { buildIfStale } from '../../build/build.ts';
import { Refusal } from '../../shared/refusals/index.ts';
import { Chance } from '../torture/random.ts';
import { keptReading } from './kept-reading.ts';
import { type FuzzedKind, fuzzedKinds } from './kinds.ts';
import { mutated, withForgedEntry } from './mutations.ts';
import { takings } from './taking.ts';

/** A reader that has not answered by then hangs. */
const patienceMilliseconds = 5000;
/** Of so many files one goes all the way to where it would be kept. */
const takenEvery = 25;

const outcomes = [
  'accepted-unchanged',
  'accepted-as-written',
  'refused',
  'crashed',
  'hung',
  'partly-imported',
] as const;
type Outcome = (typeof outcomes)[number];
const faults: ReadonlySet<Outcome> = new Set(['crashed', 'hung', 'partly-imported']);

/** What a refusal is worth: one without a reason, or that stands for a thread that died, is none. */
function outcomeOf(thrown: unknown): Outcome {
  if (!(thrown instanceof Refusal)) return 'crashed';
  if (thrown.code === 'fileTooSlow') return 'hung';
  const isDeath = thrown.code === 'fileInflates' && thrown.message.includes('内存上限');
  return isDeath || thrown.code === 'internal' || thrown.message === '' ? 'crashed' : 'refused';
}

async function tried(kind: FuzzedKind, expected: unknown, bytes: Buffer): Promise<Outcome> {
  const started = performance.now();
  const outcome = await kind.read(bytes).then((found): Outcome => {
    if (isDeepStrictEqual(found, expected)) return 'accepted-unchanged';
    return kind.isProven ? 'partly-imported' : 'accepted-as-written';
  }, outcomeOf);
  return performance.now() - started > patienceMilliseconds ? 'hung' : outcome;
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** Only kinds whose name ends so, as `.xls`. */
    only: { type: 'string', default: '' },
  },
});
await buildIfStale();
const root = join(import.meta.dirname, '../..');
const thread = keptReading(join(root, 'dist/electron/reading-worker.cjs'));
const reports = join(root, 'reports/fuzz');
await mkdir(reports, { recursive: true });
const chance = new Chance(Number(values.seed));
const kinds = (await fuzzedKinds(thread)).filter(({ name }) => name.endsWith(values.only));
const expected = new Map<FuzzedKind, unknown>();
for (const kind of kinds) expected.set(kind, await kind.read(kind.valid));
const taking = await takings(thread);

const counts = new Map<Outcome, number>(outcomes.map((outcome) => [outcome, 0]));
const byKind = new Map<string, Map<Outcome, number>>();
let files = 0;
let kept = 0;
console.log(`种子 ${values.seed}`);

async function note(name: string, outcome: Outcome, bytes: Buffer | null): Promise<void> {
  files += 1;
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const own = byKind.get(name) ?? new Map<Outcome, number>();
  own.set(outcome, (own.get(outcome) ?? 0) + 1);
  byKind.set(name, own);
  if (!faults.has(outcome)) return;
  kept += 1;
  console.log(`${outcome}：${name}，第 ${files} 个`);
  if (!bytes) return;
  await writeFile(join(reports, `${kept} ${outcome} ${name}`), bytes);
}

const end = performance.now() + Number(values.seconds) * 1000;
while (performance.now() < end) {
  if (values.only === '' && files % takenEvery === takenEvery - 1) {
    const partly = await chance.pick(taking)(chance).catch(outcomeOf);
    const outcome = typeof partly === 'string' ? partly : partly ? 'partly-imported' : 'refused';
    await note('收入', outcome, null);
    continue;
  }
  const kind = chance.pick(kinds);
  const isForged = kind.isZip && chance.below(3) === 0;
  const bytes = isForged ? withForgedEntry(kind.valid, chance) : mutated(kind.valid, chance);
  // What takes the whole process down can be looked at afterwards.
  await writeFile(join(reports, 'last'), bytes);
  await note(kind.name, await tried(kind, expected.get(kind), bytes), bytes);
}
await thread.close();
for (const [name, own] of byKind)
  console.log(`${name}　${[...own].map(([outcome, count]) => `${outcome} ${count}`).join('，')}`);
console.log(`${files} files, ${outcomes.map((outcome) => `${counts.get(outcome)} ${outcome}`).join(', ')}`);
process.exit([...faults].some((outcome) => (counts.get(outcome) ?? 0) > 0) ? 1 : 0);
