import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { buildIfStale } from '../build/build.ts';
import { learnersABase, makeBase, months } from './aggregate/make-packages.ts';
import type { Measured } from './aggregate/run-one.ts';

const sizes = [30, 100, 300];
const root = join(import.meta.dirname, '..');

async function measure(contender: 'ours' | 'duckdb', folder: string, bases: number): Promise<Measured> {
  const script = join(import.meta.dirname, 'aggregate/run-one.ts');
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const args = [tsx, script, contender, folder, String(bases)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}

/** The slope of log time against log size, by least squares: 1 is growth in step with the size. */
function slopeOf(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: (point: (typeof logs)[number]) => number) =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean(([size]) => size), mean(([, time]) => time)];
  const above = logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0);
  return above / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
}

/** Taking and tabulating a region's packages, beside DuckDB reading the bare rows. */
export async function benchAggregate(): Promise<void> {
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'bench-aggregate-'));
  const most = Math.max(...sizes);
  console.log(`${most} bases × ${months} months × ${learnersABase} learners: making packages`);
  for (let base = 0; base < most; base += 1) await makeBase(folder, base);
  const times: Record<'ours' | 'duckdb', [number, number][]> = { ours: [], duckdb: [] };
  for (const bases of sizes) {
    const [own, peer] = [await measure('ours', folder, bases), await measure('duckdb', folder, bases)];
    if (!isDeepStrictEqual(own.found, peer.found))
      throw new Error(`not the same: ${JSON.stringify([own.found, peer.found])}`);
    times.ours.push([bases, own.milliseconds]);
    times.duckdb.push([bases, peer.milliseconds]);
    const text = ({ milliseconds, megabytes }: Measured) =>
      `${(milliseconds / 1000).toFixed(1)} s, ${Math.round(megabytes)} MB`;
    console.log(
      `${bases} bases, ${bases * months * learnersABase} rows: ours ${text(own)}; DuckDB over bare CSV ${text(peer)}; ours / DuckDB ${(own.milliseconds / peer.milliseconds).toFixed(2)}`,
    );
  }
  console.log(
    `slope of log time against log size: ours ${slopeOf(times.ours).toFixed(2)}, DuckDB ${slopeOf(times.duckdb).toFixed(2)}`,
  );
  await rm(folder, { recursive: true });
}
