import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface FileDiff {
  path: string;
  isNew: boolean;
  added: string[];
  removed: string[];
}

/** The files of a diff, with the lines that came and went. */
function readDiff(name: string): FileDiff[] {
  const text = readFileSync(join(root, `docs/decisions/demo/${name}.diff`), 'utf8');
  return text
    .split(/^diff --git /m)
    .slice(1)
    .map((part) => {
      const lines = part.split('\n');
      const body = lines.slice(lines.findIndex((line) => line.startsWith('@@')) + 1);
      const linesWith = (sign: string) =>
        body.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
      return {
        path: (lines[0] ?? '').split(' ')[1] ?? '',
        isNew: lines.some((line) => line.startsWith('new file')),
        added: linesWith('+'),
        removed: linesWith('-'),
      };
    });
}

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** What the compiler says of the page with these diffs in it; empty where it says nothing. */
function compiledWith(diffs: readonly FileDiff[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'corridor-'));
  copies.push(copy);
  for (const part of ['shared', 'renderer', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => !/\.test\.tsx?$/.test(path),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const { path, isNew, added } of diffs) {
    const file = join(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    const text = `${added.join('\n')}\n`;
    if (isNew) writeFileSync(file, text);
    else appendFileSync(file, text);
  }
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', 'renderer'], { cwd: copy, encoding: 'utf8' });
    return '';
  } catch (thrown) {
    return (thrown as { stdout: string }).stdout;
  }
}

const demos = ['table', 'command', 'capability'];
/** A compiler on a busy machine. */
const compiling = 300_000;

test.each(demos)('a new %s is one new file and one line', (name) => {
  const diffs = readDiff(name);
  expect(diffs.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  const [list] = diffs.filter(({ isNew }) => !isNew);
  expect(list).toMatchObject({ added: [expect.stringMatching(/^export \{ \w+ \} from/)], removed: [] });
});

test(
  'all of them compile',
  () => {
    expect(compiledWith(demos.flatMap(readDiff))).toBe('');
  },
  compiling,
);

describe('a class-owned table does not compile', () => {
  /** The demo under another name, with its lines changed. */
  const variant = (name: string, change: (line: string) => string | null): FileDiff[] =>
    readDiff('table').map((diff) => ({
      ...diff,
      path: diff.path.replace('medals', name),
      added: diff.added.flatMap((line) => change(line)?.replaceAll('medals', name) ?? []),
    }));
  const without = (answer: string) =>
    variant(`no${answer.toLowerCase()}`, (line) => (line.startsWith(`  ${answer}:`) ? null : line));
  let said = '';

  beforeAll(() => {
    said = compiledWith([
      ...['class', 'countedOn', 'ledger'].flatMap(without),
      ...variant('unsealed', (line) =>
        line.replace(/^ {2}date: string;$/, '  date: { sealed: string; lastFour: string };'),
      ),
      ...variant('lacking', (line) => line.replace(/^ {2}date: string;$/, '  date?: string;')),
      ...variant('lackingwithin', (line) =>
        line.replace(/^ {2}date: string;$/, '  date: { day: string; note?: string }[];'),
      ),
    ]);
  }, compiling);

  test.each(['class', 'countedOn', 'ledger'])('without its answer for %s', (answer) => {
    const own = said.split('\n').filter((line) => line.includes(`no${answer.toLowerCase()}.ts`));
    expect(own).not.toEqual([]);
    expect(said).toContain(`'${answer}' is missing`);
  });

  test('with a sealed field that it does not name', () => {
    expect(said).toContain('unsealed.ts');
  });

  test.each([
    ['lacking', 'date'],
    ['lackingwithin', 'date.*.note'],
  ])('with a place that a row may leave out: %s', (name, place) => {
    expect(said).toContain(`/${name}.ts`);
    expect(said).toContain(`'{ mayNotLack: "${place}"; }'`);
  });
});
