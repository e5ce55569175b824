import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { yearPeriod } from '../../../shared/domain/base/period.ts';
import { fiveBases } from '../../../tests/support/packed-base.ts';
import { readingHere } from '../../../tests/support/reading.ts';
import { AuthorityDesk } from './authority-desk.ts';

const codes = ['JD01', 'JD02', 'JD03', 'JD04', 'JD05'];
const quiet = { signal: new AbortController().signal, progress: () => undefined };

let folder: string;
const desk = () => new AuthorityDesk(folder, readingHere, () => Date.parse('2027-01-20T04:00:00.000Z'));
const inStore = (name: string) => join(folder, 'store', name);

/** A desk that has taken a package of each of these bases. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authority-'));
  await desk().rename('自治区人社厅');
  for (const { name, zip } of (await fiveBases()).slice(0, 2)) await desk().addToInbox(name, zip);
  await desk().register(codes, quiet);
  expect(await desk().take(quiet)).toMatchObject({ taken: 2 });
});

describe('the log of what was taken', () => {
  test('with a torn last line the desk opens, and what was acknowledged counts', async () => {
    await appendFile(inStore('taken.jsonl'), '{"crc32":"00000000","entry":{"kind":"ta');
    expect(await desk().describe()).toMatchObject({ problems: [], runs: [{ packages: 2 }] });
    for (const { name, zip } of (await fiveBases()).slice(2, 3)) await desk().addToInbox(name, zip);
    await desk().register(codes, quiet);
    expect(await desk().take(quiet)).toMatchObject({ taken: 1 });
    expect((await desk().describe()).runs).toHaveLength(2);
  });

  test('damaged in the middle, the desk opens and says so; nothing is taken, tabulated or changed', async () => {
    const bytes = await readFile(inStore('taken.jsonl'));
    bytes[60] = bytes[60]! ^ 1;
    await writeFile(inStore('taken.jsonl'), bytes);
    const { problems } = await desk().describe();
    expect(problems).toEqual([expect.stringContaining(`${inStore('taken.jsonl')} 第 1 行损坏`)]);
    await expect(desk().take(quiet)).rejects.toMatchObject({ code: 'logDamaged' });
    await expect(desk().tables(yearPeriod(2026))).rejects.toMatchObject({ code: 'logDamaged' });
    expect(await readFile(inStore('taken.jsonl'))).toEqual(bytes);
    expect((await readdir(inStore('figures'), { recursive: true })).join()).toMatch(/parquet.*parquet/);
  });
});

describe.each([
  ['empty', ''],
  ['garbled', '{"JD01": ['],
])('a register of keys that is %s', (_, text) => {
  test('lets the desk open, is named, and no base is forgotten or taken for new', async () => {
    await writeFile(inStore('keys.json'), text);
    const { problems, runs } = await desk().describe();
    expect(problems).toEqual([expect.stringContaining(inStore('keys.json'))]);
    expect(runs).toHaveLength(1);
    for (const act of [() => desk().check(quiet), () => desk().register(codes, quiet)])
      await expect(act()).rejects.toMatchObject({ code: 'settingsUnreadable' });
    expect(await readFile(inStore('keys.json'), 'utf8')).toBe(text);
  });
});

describe.each([
  ['empty', ''],
  ['of blanks', '\n'],
  ['garbled', '不是密钥\n'],
  ['too short', 'ab\n'],
])('a key of the authority that is %s', (_, text) => {
  test('lets the desk open, is named, and is not taken for a key', async () => {
    await writeFile(inStore('authority-key'), text);
    const { problems, fingerprint } = await desk().describe();
    expect(problems).toEqual([expect.stringContaining(inStore('authority-key'))]);
    expect(fingerprint).toBe('');
    await expect(desk().card()).rejects.toMatchObject({ code: 'keyFileUnusable' });
    for (const { name, zip } of (await fiveBases()).slice(2, 3)) await desk().addToInbox(name, zip);
    await desk().register(codes, quiet);
    await expect(desk().take(quiet)).rejects.toMatchObject({ code: 'keyFileUnusable' });
    expect((await desk().describe()).runs).toHaveLength(1);
    expect(await readFile(inStore('authority-key'), 'utf8')).toBe(text);
  });
});

test('a name that can’t be read is not taken for none', async () => {
  const path = join(folder, 'authority-settings.json');
  await rm(path);
  await mkdir(path);
  const { problems } = await desk().describe();
  expect(problems).toEqual([expect.stringContaining(path)]);
  await expect(desk().rename('另一个厅')).rejects.toMatchObject({ code: 'settingsUnreadable' });
  await expect(desk().card()).rejects.toMatchObject({ code: 'settingsUnreadable' });
});

describe('figures of a package', () => {
  test.each([
    ['cut', (path: string) => truncate(path, 100)],
    ['changed', async (path: string) => writeFile(path, (await readFile(path)).fill(0, 50, 60))],
    ['gone', (path: string) => rm(path)],
  ])('that are %s are named, and no table is made of the rest', async (_, damage) => {
    const [name] = (await readdir(inStore('figures'), { recursive: true })).filter((one) =>
      one.endsWith('.parquet'),
    );
    await damage(join(inStore('figures'), name!));
    await expect(desk().tables(yearPeriod(2026))).rejects.toMatchObject({ code: 'takenFileDamaged' });
    await expect(desk().tables(yearPeriod(2026))).rejects.toThrow('撤回');
    const [{ run } = { run: '' }] = (await desk().describe()).runs;
    expect(await desk().takeBack(run)).toBe(2);
    expect(await desk().take(quiet)).toMatchObject({ taken: 2 });
    expect((await desk().tables(yearPeriod(2026))).missing).toEqual([]);
  });
});

test('taken back, packages stand beside others of their name in the inbox', async () => {
  const [one] = await fiveBases();
  await desk().addToInbox(one!.name, Buffer.from('a later file of that name'));
  const [{ run } = { run: '' }] = (await desk().describe()).runs;
  await desk().takeBack(run);
  const waiting = (await desk().describe()).waiting;
  expect(waiting).toHaveLength(3);
  const contents = await Promise.all(waiting.map((name) => readFile(join(folder, 'inbox', name))));
  expect(contents.some((content) => content.equals(one!.zip))).toBe(true);
  expect(contents.some((content) => content.includes('a later file'))).toBe(true);
});
