import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictures } from '../screens/pictures.ts';
import {
  asOnScreen,
  halfWidthIn,
  linksOf,
  packagesOf,
  pathsOf,
  quotationsOf,
  screenWordsOf,
} from './named-in-docs.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFile(join(root, path), 'utf8');

/** README and everything written under docs, by path from the root. */
async function documents(): Promise<string[]> {
  const entries = await readdir(join(root, 'docs'), { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join(posix.sep));
  return ['README.md', ...found.sort()];
}

test('every relative link in README and docs leads somewhere', async () => {
  const broken: string[] = [];
  for (const path of await documents())
    for (const target of linksOf(await read(path)))
      if (!existsSync(join(root, dirname(path), target))) broken.push(`${path} → ${target}`);
  expect(broken).toEqual([]);
});

test('every path that README and docs name is there', async () => {
  const missing: string[] = [];
  for (const path of await documents())
    for (const named of pathsOf(await read(path)))
      if (!existsSync(join(root, named))) missing.push(`${path}: ${named}`);
  expect(missing).toEqual([]);
});

test('every picture is taken for the pages that show it, and no other is kept', async () => {
  const shown = new Map<string, string[]>();
  for (const path of await documents())
    for (const target of linksOf(await read(path)).filter((link) => link.endsWith('.png'))) {
      const name = basename(target, '.png');
      shown.set(name, [...(shown.get(name) ?? []), path]);
    }
  expect(Object.fromEntries(shown)).toEqual(pictures);
  const kept = await readdir(join(root, 'docs/screens'));
  expect(kept.sort()).toEqual(
    Object.keys(pictures)
      .map((name) => `${name}.png`)
      .sort(),
  );
});

test('README fits on a few screens', async () => {
  expect((await read('README.md')).split('\n').length).toBeLessThan(120);
});

test('every dependency is accounted for, and nothing else', async () => {
  const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const written = packagesOf(await read('docs/dependencies.md'));
  expect([...written].sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

async function sources(): Promise<string[]> {
  const lists = await Promise.all(
    ['renderer', 'shared', 'electron'].map((folder) =>
      readdir(join(root, folder), { recursive: true, withFileTypes: true }),
    ),
  );
  const files = lists
    .flat()
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'));
  return Promise.all(files);
}

describe('the manual', () => {
  const pages = async () => (await documents()).filter((path) => path.startsWith('docs/manual/'));

  test('says in bold and in quotes only what the product says', async () => {
    const screen = (await sources()).map(asOnScreen).join('\n');
    const invented: string[] = [];
    for (const path of await pages()) {
      const page = await read(path);
      for (const words of [...screenWordsOf(page), ...quotationsOf(page)])
        if (!screen.includes(words.replace(/\s+/g, ''))) invented.push(`${path}: ${words}`);
    }
    expect(invented).toEqual([]);
  });

  test('is written with full-width punctuation', async () => {
    const found: string[] = [];
    for (const path of await pages())
      found.push(...halfWidthIn(await read(path)).map((place) => `${path}: ${place}`));
    expect(found).toEqual([]);
  });

  test('has every page in its contents', async () => {
    const listed = linksOf(await read('docs/manual/README.md')).map((link) => `docs/manual/${link}`);
    const others = (await pages()).filter((path) => path !== 'docs/manual/README.md');
    expect(listed.sort()).toEqual(others);
  });
});

describe('the check itself fails where it should', () => {
  test.each([
    ['see [there](docs/a.md)', ['docs/a.md']],
    ['![a picture](../screens/b.png)', ['../screens/b.png']],
    ['[part](c.md#part) and [here](#here)', ['c.md']],
    ['[web](https://example.org/d.md)', []],
    ['```\n[in a block](e.md)\n```', []],
  ])('links of %s', (markdown, links) => {
    expect(linksOf(markdown)).toEqual(links);
  });

  test.each([
    ['in `renderer/database/execute.ts`', ['renderer/database/execute.ts']],
    ['in `electron/services/pdf`, by `package.json`', ['electron/services/pdf', 'package.json']],
    ['`application/json`, `keys.json` and `npm start -- --x`', []],
    ['`execute(command, input)` and `app://base`', []],
  ])('paths of %s', (markdown, paths) => {
    expect(pathsOf(markdown)).toEqual(paths);
  });

  test('words of the screen, however the source breaks or fills them', () => {
    expect(screenWordsOf('点**为 N 人发证**，再点**发证**')).toEqual(['为 N 人发证', '发证']);
    expect(quotationsOf('说“人数上限 N 人，加入后将有 …”，或“好”')).toEqual(['人，加入后将有']);
    expect(asOnScreen('<Button>\n  为 {eligible.length} 人发证\n</Button>')).toContain('为N人发证');
    expect(asOnScreen("\n  共{' '}\n  {count} 人")).toContain('共N人');
  });

  test.each([
    ['已保存,可以关了', 1],
    ['见[这里](a.md)，`npm start`', 0],
    ['(第22条)', 1],
  ])('punctuation of %s', (markdown, count) => {
    expect(halfWidthIn(markdown)).toHaveLength(count);
  });
});
