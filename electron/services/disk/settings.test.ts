import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { failingDisk } from '../../../tests/support/failing-disk.ts';
import { type Disk, realDisk } from './disk.ts';
import { Settings } from './settings.ts';

const schema = z.object({ folder: z.string().nullable(), version: z.number() });
const unset = { folder: null, version: 0 };

let path: string;
const settingsOn = (disk: Disk = realDisk) => new Settings(path, schema, unset, disk);

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'settings-')), 'below', 'settings.json');
});

test('a file that is not there means that nothing was set', async () => {
  expect(await settingsOn().read()).toEqual(unset);
  await settingsOn().change((now) => ({ ...now, folder: 'E:\\备份' }));
  expect(await settingsOn().read()).toEqual({ folder: 'E:\\备份', version: 0 });
});

test('changes made at once are all kept', async () => {
  const settings = settingsOn();
  const add = () => settings.change((now) => ({ ...now, version: now.version + 1 }));
  await Promise.all(Array.from({ length: 20 }, add));
  expect((await settings.read()).version).toBe(20);
});

test.each([
  ['empty', ''],
  ['cut', '{"folder":"E:'],
  ['of another kind', '[]'],
  ['of zeros', '\0\0\0\0'],
])('a file that is %s is refused, named, and left as it is', async (_, text) => {
  await settingsOn().change((now) => now);
  await writeFile(path, text);
  for (const act of [() => settingsOn().read(), () => settingsOn().change((now) => now)]) {
    await expect(act()).rejects.toMatchObject({ code: 'settingsUnreadable', data: { path } });
    await expect(act()).rejects.toThrow('改名留存');
  }
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('what can’t be read is not taken for nothing', async () => {
  await mkdir(path, { recursive: true });
  await expect(settingsOn().read()).rejects.toMatchObject({ code: 'settingsUnreadable' });
  await expect(settingsOn().change((now) => now)).rejects.toMatchObject({ code: 'settingsUnreadable' });
  await rm(path, { recursive: true });
  const busy: Disk = {
    ...realDisk,
    read: () => Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' })),
  };
  await expect(settingsOn(busy).read()).rejects.toThrow('正被别的程序占用');
});

test('whichever write fails, the settings are those of before', async () => {
  await settingsOn().change((now) => ({ ...now, version: 1 }));
  const probe = failingDisk(0, 'EIO');
  await settingsOn(probe).change((now) => ({ ...now, version: 2 }));
  for (let failAt = 1; failAt <= probe.steps; failAt += 1) {
    const change = settingsOn(failingDisk(failAt, 'EIO')).change((now) => ({ ...now, version: 3 }));
    await expect(change).rejects.toMatchObject({ code: 'diskFailure' });
    expect((await settingsOn().read()).version).toBe(2);
  }
});
