import { readdir, readFile } from 'node:fs/promises';
import { basename, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findCircles } from './circles.ts';
import { refuseImport, targetOf } from './import-rules.ts';
import { importsOf } from './imports-of.ts';

const root = join(import.meta.dirname, '../..');
const sides = ['shared', 'renderer', 'electron'];

async function sourceFiles(folders: string[]): Promise<string[]> {
  const lists = await Promise.all(
    folders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
  );
  return lists
    .flat()
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join(posix.sep));
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

async function importsOfProduct(): Promise<Map<string, string[]>> {
  const files = (await sourceFiles(sides)).filter((path) => !isTest(path));
  return new Map(
    await Promise.all(
      files.map(async (path) => [path, importsOf(path, await readFile(join(root, path), 'utf8'))] as const),
    ),
  );
}

test('imports go one way, in every file of the product', async () => {
  const product = await importsOfProduct();
  expect(product.size).toBeGreaterThan(500);
  const broken = [...product].flatMap(([path, names]) =>
    names.flatMap((name) => {
      const why = refuseImport(path, name);
      return why === null ? [] : [`${path} imports ${name}: ${why}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('no file of the product takes part in a circle, types counted', async () => {
  const product = await importsOfProduct();
  const graph = new Map(
    [...product].map(([path, names]) => [path, names.flatMap((name) => targetOf(path, name) ?? [])]),
  );
  expect(findCircles(graph)).toEqual([]);
});

describe('the check itself fails where it should', () => {
  test.each([
    ['renderer/app/x.ts', "import type { A } from '../../electron/main.ts'", 'renderer imports only shared'],
    ['electron/x.ts', "type A = import('../renderer/app/app.tsx').App", 'electron imports only shared'],
    ['shared/x.ts', "export * from '../renderer/app/theme.ts'", 'shared imports from nowhere but shared'],
    [
      'shared/x.ts',
      "export type { A } from '../electron/handlers.ts'",
      'shared imports from nowhere but shared',
    ],
    ['shared/x.ts', "import { useState } from 'react'", 'shared is pure and does not use react'],
    ['shared/x.ts', "import type { Table } from 'dexie'", 'shared is pure and does not use dexie'],
    ['shared/x.ts', "const fs = await import('node:fs')", 'shared is pure and does not use node:fs'],
    ['shared/x.ts', "import { join } from 'path'", 'shared is pure and does not use path'],
    [
      'shared/domain/base/x.ts',
      "import type { Y } from '../../regulation/y.ts'",
      'shared/domain does not know shared/regulation',
    ],
    [
      'shared/regulation/x.ts',
      "export { y } from '../exchange/journal/y.ts'",
      'shared/regulation does not know shared/exchange',
    ],
    [
      'shared/exchange/roster/x.ts',
      "import { y } from '../../contract/dispatch.ts'",
      'shared/exchange does not know shared/contract',
    ],
    ['renderer/features/a/x.ts', "import { b } from '../b/commands.ts'", 'feature a reaches into feature b'],
    [
      'renderer/features/a/x.ts',
      "import type { B } from '../b/b-page.tsx'",
      'feature a reaches into feature b',
    ],
    ['renderer/features/a/x.ts', "import('../b/b-page.tsx')", 'feature a reaches into feature b'],
    ['renderer/features/a/deep/x.ts', "import '../../b/queries.ts'", 'feature a reaches into feature b'],
    ['renderer/features/a/x.ts', "import { App } from '../../app/app.tsx'", 'features does not know app'],
    [
      'renderer/features/a/x.ts',
      "import * as all from '../capabilities.ts'",
      'a feature is given the others, and names none',
    ],
    [
      'renderer/features/a/x.ts',
      "import type { Rows } from '../../database/rows.ts'",
      'features does not know database',
    ],
    ['renderer/database/x.ts', "import { c } from '../records/base/c.ts'", 'database does not know records'],
    [
      'renderer/database/x.ts',
      "import { c } from '../features/base/c.ts'",
      'database does not know features',
    ],
    [
      'renderer/records/a/x.ts',
      "import { c } from '../../components/c.tsx'",
      'records does not know components',
    ],
    [
      'renderer/records/a/x.ts',
      "import { useState } from 'react'",
      'records draws nothing and does not use react',
    ],
    [
      'renderer/database/x.ts',
      "import { useLiveQuery } from 'dexie-react-hooks'",
      'database draws nothing and does not use dexie-react-hooks',
    ],
    [
      'renderer/components/x.tsx',
      "import type { D } from '../database/d.ts'",
      'components does not know database',
    ],
    [
      'renderer/components/x.tsx',
      "import { d } from '../features/a/d.tsx'",
      'components does not know features',
    ],
    ['renderer/verifier/x.tsx', "import { theme } from '../app/theme.ts'", 'verifier does not know app'],
    [
      'renderer/app/x.ts',
      "import { c } from '../features/base/base-page.tsx'",
      'the app knows no feature by name',
    ],
    [
      'renderer/features/capabilities.ts',
      "export { c } from './base/base-page.tsx'",
      'a list names only manifests',
    ],
    ['renderer/app/x.ts', "const e = require('electron')", 'the page has no electron'],
    [
      'electron/services/x.ts',
      "import { app } from 'electron'",
      'only the Electron entry knows electron; services are plain',
    ],
    [
      'electron/services/a/x.ts',
      "import type { H } from '../../handlers/index.ts'",
      'services does not know handlers',
    ],
  ])('%s with %s', (path, source, why) => {
    expect(importsOf(path, source).map((name) => refuseImport(path, name))).toEqual([why]);
  });

  test.each([
    ['renderer/features/a/x.ts', "import { b } from '../../records/b/queries.ts'"],
    ['renderer/features/capabilities.ts', "export { b } from './b/manifest.ts'"],
    ['renderer/app/x.ts', "import { useState } from 'react'"],
    ['renderer/app/x.ts', "import * as all from '../features/capabilities.ts'"],
    ['electron/main.ts', "import { app } from 'electron'"],
    ['shared/regulation/x.ts', "import { z } from 'zod'; import type { A } from '../domain/base/y.ts'"],
  ])('%s with %s is fine', (path, source) => {
    expect(importsOf(path, source).map((name) => refuseImport(path, name))).not.toContainEqual(
      expect.any(String),
    );
  });

  test('a circle is found whole, however long, and a file beside it is not blamed', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
      ['e', ['a', 'e']],
    ]);
    expect(findCircles(graph)).toEqual(['a → b → c → a', 'b → c → a → b', 'c → a → b → c', 'e → e']);
  });
});

test('files are named in kebab-case for what they hold, and stay small', async () => {
  const files = await sourceFiles([...sides, 'tests', 'build', 'bench']);
  const misnamed = files.filter(
    (path) =>
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|config))*\.tsx?$/.test(basename(path)) ||
      /\b(utils?|helpers?|managers?|common)\b/.test(path),
  );
  expect(misnamed).toEqual([]);
  const lengths = await Promise.all(
    files.map(async (path) => [path, (await readFile(join(root, path), 'utf8')).split('\n').length] as const),
  );
  const long = lengths.filter(([, lines]) => lines > 200);
  if (long.length > 0)
    console.warn(`over 200 lines:\n${long.map(([path, lines]) => `${path} ${lines}`).join('\n')}`);
  expect(lengths.filter(([, lines]) => lines > 400)).toEqual([]);
});
