import { readdir, readFile } from 'node:fs/promises';
import { basename, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refuseImport } from './import-rules.ts';
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

test('imports go one way, in every file of the product', async () => {
  const files = (await sourceFiles(sides)).filter((path) => !isTest(path));
  expect(files.length).toBeGreaterThan(100);
  const broken: string[] = [];
  for (const path of files) {
    for (const name of importsOf(path, await readFile(join(root, path), 'utf8'))) {
      const why = refuseImport(path, name);
      if (why !== null) broken.push(`${path} imports ${name}: ${why}`);
    }
  }
  expect(broken).toEqual([]);
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
    ['renderer/features/a/x.ts', "import { b } from '../b/commands.ts'", 'feature a reaches into feature b'],
    ['renderer/features/a/deep/x.ts', "import '../../b/queries.ts'", 'feature a reaches into feature b'],
    [
      'renderer/features/a/x.ts',
      "import { App } from '../../app/app.tsx'",
      'a feature does not know the app around it',
    ],
    [
      'renderer/database/x.ts',
      "import { c } from '../features/base/index.ts'",
      'database imports no feature',
    ],
    [
      'renderer/app/x.ts',
      "import { c } from '../features/base/commands.ts'",
      'only the index of feature base is public',
    ],
    ['renderer/app/x.ts', "const e = require('electron')", 'the page has no electron'],
    [
      'electron/services/x.ts',
      "import { app } from 'electron'",
      'only the Electron entry knows electron; services are plain',
    ],
  ])('%s with %s', (path, source, why) => {
    expect(importsOf(path, source).map((name) => refuseImport(path, name))).toEqual([why]);
  });

  test.each([
    ['renderer/features/a/x.ts', "import { b } from '../b/index.ts'"],
    ['renderer/app/x.ts', "import { useState } from 'react'"],
    ['electron/main.ts', "import { app } from 'electron'"],
    ['shared/domain/x.ts', "import { z } from 'zod'; import type { A } from '../regulation/y.ts'"],
  ])('%s with %s is fine', (path, source) => {
    expect(importsOf(path, source).map((name) => refuseImport(path, name))).not.toContainEqual(
      expect.any(String),
    );
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
