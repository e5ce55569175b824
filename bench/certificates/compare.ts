import { execFile } from 'node:child_process';
import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildIfStale } from '../../build/build.ts';
import { ensureReportLab, ensureTools } from '../../build/ensure-tools.ts';
import { median } from '../in-chromium.ts';
import type { Result } from './contender.ts';

const run = promisify(execFile);
const many = 10_000;
const few = 1_000;
const rounds = 3;

async function pagesOf(path: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [path]);
  return Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]);
}

/** Each contender in a process of its own, so that its memory is its own; every file must hold every page. */
async function measure(
  name: string,
  folder: string,
  count: number,
): Promise<{ median: number; memory: number }> {
  const contender = join(import.meta.dirname, 'contender.ts');
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', contender, name, folder, String(count), String(rounds)],
    { maxBuffer: 1 << 26 },
  );
  const { seconds, memory } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result;
  const files = (await readdir(folder)).filter((file) => file.startsWith(`${name}-${count}-${rounds}`));
  let [pages, size] = [0, 0];
  for (const file of files) {
    pages += await pagesOf(join(folder, file));
    size += (await stat(join(folder, file))).size / 1024 / 1024;
  }
  if (pages !== count) throw new Error(`${name} made ${pages} pages instead of ${count}`);
  const middle = median(seconds);
  const speed = Math.round(count / middle);
  console.log(
    `${name}, ${count}: ${middle.toFixed(2)} s, ${speed} pages/s, ${size.toFixed(1)} MB, peak ${Math.round(memory)} MB`,
  );
  return { median: middle, memory };
}

/** Certificates in two scripts with a signed QR code, by ours (through its workers, to disk with fsync) and by peers. */
export async function benchCertificates(): Promise<void> {
  ensureTools();
  ensureReportLab();
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  console.log(`certificates in two scripts with QR, median of ${rounds} rounds`);
  const small = await measure('ours', folder, few);
  const ours = await measure('ours', folder, many);
  console.log(`memory of ours, ${many} / ${few} certificates = ${(ours.memory / small.memory).toFixed(2)}`);
  for (const peer of ['typst', 'reportlab']) {
    const theirs = await measure(peer, folder, many);
    console.log(`${peer} / ours = ${(theirs.median / ours.median).toFixed(2)}`);
  }
  console.log(`files: ${folder}`);
}
