import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out');

let archive = '';
let packed: string[] = [];

beforeAll(async () => {
  await rm(out, { recursive: true, force: true });
  const run = spawnSync('npm', ['run', 'pack', '--', '--dir'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`);
  const found = (await readdir(out, { recursive: true })).find((path) => path.endsWith('app.asar'));
  if (!found) throw new Error('no app.asar was packed');
  archive = join(out, found);
  packed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
});

describe('app.asar', () => {
  test.each([
    '/package.json',
    '/dist/electron/main.cjs',
    '/dist/electron/preload.cjs',
    '/dist/electron/pdf-worker.mjs',
    '/dist/electron/reading-worker.cjs',
    '/dist/electron/queries/total.sql',
    '/node_modules/@duckdb/node-api/package.json',
    '/dist/renderer/index.html',
    '/dist/fonts/NotoSerifSC_400Regular.ttf',
    '/dist/fonts/NotoSerifSC_700Bold.ttf',
    '/dist/fonts/LICENSE',
  ])('holds %s', (path) => {
    expect(packed).toContain(path);
  });

  test('holds no sources, tests or development dependencies', () => {
    const strangers = packed.filter(
      (path) =>
        !/^\/(package\.json|dist(\/(electron|renderer|fonts)(\/.*)?)?|node_modules(\/(@duckdb|detect-libc)(\/.*)?)?)$/.test(
          path,
        ) || /\.(ts|tsx|map)$/.test(path),
    );
    expect(strangers).toEqual([]);
    const { devDependencies, scripts, main } = JSON.parse(
      extractFile(archive, 'package.json').toString(),
    ) as Record<string, unknown>;
    expect({ devDependencies, scripts, main }).toEqual({ main: 'dist/electron/main.cjs' });
  });

  test('leaves workers and fonts beside it, where threads can open them', async () => {
    const beside = await readdir(`${archive}.unpacked`, { recursive: true });
    expect(beside.map((path) => path.replaceAll('\\', '/'))).toEqual(
      expect.arrayContaining([
        'dist/electron/pdf-worker.mjs',
        'dist/fonts/NotoSerifSC_400Regular.ttf',
        expect.stringMatching(/^node_modules\/@duckdb\/node-bindings-.+\/duckdb\.node$/),
      ]),
    );
  });
});
