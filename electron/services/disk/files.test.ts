import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { refusal } from '../../../shared/refusals/index.ts';
import { failingDisk } from '../../../tests/support/failing-disk.ts';
import { realDisk } from './disk.ts';
import { copyFile, moveFile, removeFile, replaceFile } from './files.ts';
import { listIfThere, readIfThere } from './read.ts';
import { streamToFile } from './stream-to-file.ts';
import { whileHeld } from './while-held.ts';
import { writeFolder } from './write-folder.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  path = join(folder, '名册.json');
});

const failing = (code: string) => Object.assign(new Error(code), { code });

describe('a whole file', () => {
  test('takes the place of what was there, and leaves nothing beside it', async () => {
    await replaceFile(path, '旧');
    await replaceFile(path, Buffer.from('新'));
    expect(await readFile(path, 'utf8')).toBe('新');
    expect(await readdir(folder)).toEqual(['名册.json']);
  });

  test.each(['ENOSPC', 'EIO'] as const)('is the old one where a step fails (%s)', async (code) => {
    await replaceFile(path, '旧');
    const probe = failingDisk(0, code);
    await replaceFile(path, '旧', probe);
    for (let failAt = 1; failAt <= probe.steps; failAt += 1) {
      const writing = replaceFile(path, '新', failingDisk(failAt, code));
      await expect(writing).rejects.toMatchObject({ code: 'diskFailure', data: { path } });
      expect(await readFile(path, 'utf8')).toBe('旧');
      expect(await readdir(folder)).toEqual(['名册.json']);
    }
  });

  test('written by many at once is one of theirs, whole', async () => {
    const contents = Array.from({ length: 20 }, (_, at) => String(at).repeat(100_000 + at));
    await Promise.all(contents.map((content) => replaceFile(path, content)));
    expect(contents).toContain(await readFile(path, 'utf8'));
  });

  test('is copied, moved and removed whole', async () => {
    await replaceFile(path, '内容');
    await copyFile(path, join(folder, '副本'));
    await moveFile(path, join(folder, '下面', '名册'));
    await removeFile(join(folder, '副本'));
    await removeFile(join(folder, '没有', '这个'));
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['下面', join('下面', '名册')]);
    await expect(copyFile(path, join(folder, '副本'))).rejects.toMatchObject({ code: 'diskFailure' });
    expect(await readdir(folder)).toEqual(['下面']);
  });
});

describe('a file that runs in from a stream', () => {
  const sourceOf = (count: number) =>
    Readable.from(Array.from({ length: count }, () => Buffer.alloc(70_000, 'x')));

  test('is there when all of it is', async () => {
    await streamToFile(path, sourceOf(40), async (file) => file.room());
    expect((await readFile(path)).length).toBe(40 * 70_000);
  });

  test('is not there where its making or its source fails', async () => {
    const cancelled = streamToFile(path, sourceOf(40), async () => {
      throw refusal('cancelled');
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    const source = sourceOf(40);
    const broken = streamToFile(path, source, async () => void source.destroy(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    const nowhere = streamToFile(join(folder, '没有', '这个'), sourceOf(1), async () => undefined);
    await expect(nowhere).rejects.toMatchObject({ code: 'diskFailure' });
    expect(await readdir(folder)).toEqual([]);
  });
});

test('a folder is there with all its files, or not at all', async () => {
  await writeFolder(join(folder, '案卷'), (put) => put('一/二.txt', Buffer.from('二')));
  expect(await readFile(join(folder, '案卷/一/二.txt'), 'utf8')).toBe('二');
  const cancelled = writeFolder(join(folder, '另一卷'), async (put) => {
    await put('一.txt', Buffer.from('一'));
    throw refusal('cancelled');
  });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(await readdir(folder)).toEqual(['案卷']);
});

describe('another program that holds a file', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is waited for (%s)', async (code) => {
    let tries = 0;
    const act = async () => {
      tries += 1;
      if (tries < 4) throw failing(code);
      return 'done';
    };
    expect(await whileHeld(act)).toBe('done');
  });

  test('is told after about a second; anything else at once', async () => {
    const started = performance.now();
    await expect(whileHeld(() => Promise.reject(failing('EBUSY')))).rejects.toMatchObject({ code: 'EBUSY' });
    expect(performance.now() - started).toBeGreaterThan(900);
    let tries = 0;
    const full = whileHeld(async () => {
      tries += 1;
      throw failing('ENOSPC');
    });
    await expect(full).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(tries).toBe(1);
  });

  test('is named as the reason', async () => {
    const disk = { ...realDisk, rename: () => Promise.reject(failing('EBUSY')) };
    await expect(replaceFile(path, '新', disk)).rejects.toThrow('正被别的程序占用');
  });
});

test('only what is not there is nothing: what can’t be read is said', async () => {
  expect(await readIfThere(path)).toBeNull();
  expect(await listIfThere(join(folder, '没有'))).toEqual([]);
  await expect(readIfThere(folder)).rejects.toMatchObject({ code: 'diskUnreadable' });
  await writeFile(path, '');
  await expect(listIfThere(path)).rejects.toMatchObject({ code: 'diskUnreadable', data: { path } });
});

test('a name is claimed once', async () => {
  await writeFile(`${path}.a`, 'a');
  await writeFile(`${path}.b`, 'b');
  expect(await realDisk.claim(`${path}.a`, path)).toBe(true);
  expect(await realDisk.claim(`${path}.b`, path)).toBe(false);
  expect(await readFile(path, 'utf8')).toBe('a');
});
