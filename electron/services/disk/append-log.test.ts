import { appendFile, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { failingDisk } from '../../../tests/support/failing-disk.ts';
import { AppendLog } from './append-log.ts';
import { type Disk, realDisk } from './disk.ts';

const schema = z.object({ number: z.number(), about: z.string() });
const entryOf = (number: number) => ({ number, about: `第${number}行，𬭁 "引号" @` });
const entriesTo = (count: number) => Array.from({ length: count }, (_, index) => entryOf(index + 1));

let path: string;
const logOn = (disk: Disk = realDisk) => new AppendLog(path, schema, disk);

async function written(count: number): Promise<Buffer> {
  for (const entry of entriesTo(count)) await logOn().append(entry);
  return readFile(path);
}

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'log-')), 'below', 'acts.jsonl');
});

test('gives back what was appended, in order; before the first there is nothing', async () => {
  expect(await logOn().read()).toEqual([]);
  const log = logOn();
  await Promise.all(entriesTo(20).map((entry) => log.append(entry)));
  expect(await logOn().read()).toEqual(entriesTo(20));
});

test('a line is JSON that other programs read', async () => {
  const lines = (await written(2)).toString('utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).entry)).toEqual(entriesTo(2));
});

describe('after a crash', () => {
  test('cut at any byte, every whole line is there, the torn one is gone, and work goes on', async () => {
    const whole = await written(5);
    for (let size = 0; size <= whole.length; size += 1) {
      await writeFile(path, whole.subarray(0, size));
      const count = whole.subarray(0, size).toString('latin1').split('\n').length - 1;
      expect(await logOn().read(), `cut to ${size}`).toEqual(entriesTo(count));
      await logOn().append(entryOf(99));
      expect(await logOn().read(), `cut to ${size}`).toEqual([...entriesTo(count), entryOf(99)]);
    }
  });

  test('a tail of unwritten blocks is cut off', async () => {
    const whole = await written(2);
    await appendFile(path, Buffer.alloc(300));
    expect(await logOn().read()).toEqual(entriesTo(2));
    await logOn().append(entryOf(3));
    expect(await logOn().read()).toEqual(entriesTo(3));
    expect((await stat(path)).size).toBeLessThan(whole.length * 2);
  });
});

describe('damage', () => {
  test('one changed bit, anywhere, is refused by its line; nothing is written behind it', async () => {
    const whole = await written(3);
    for (let at = 0; at < whole.length; at += 1) {
      for (const bit of [1, 0x10, 0x80]) {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ bit;
        await writeFile(path, changed);
        const line = whole.subarray(0, at).toString('latin1').split('\n').length;
        await expect(logOn().read(), `byte ${at}`).rejects.toMatchObject({
          code: 'logDamaged',
          data: { path, line },
        });
      }
      if (at % 40 !== 0) continue;
      const before = await readFile(path);
      await expect(logOn().append(entryOf(4))).rejects.toMatchObject({ code: 'logDamaged' });
      expect(await readFile(path)).toEqual(before);
    }
  });

  test('a line that is missing, doubled or moved is damage, too', async () => {
    const lines = (await written(3)).toString('utf8').split(/(?<=\n)/);
    for (const order of [
      [0, 2],
      [0, 1, 1],
      [1, 0, 2],
    ]) {
      await writeFile(path, order.map((at) => lines[at]).join(''));
      await expect(logOn().read()).rejects.toMatchObject({ code: 'logDamaged' });
    }
  });

  test('it is said in Chinese, with the file and what to do', async () => {
    const whole = await written(2);
    whole[20] = whole[20]! ^ 1;
    await writeFile(path, whole);
    await expect(logOn().read()).rejects.toThrow(`记录文件 ${path} 第 1 行损坏`);
    await expect(logOn().read()).rejects.toThrow('请从备份里恢复这个文件');
  });
});

describe.each(['ENOSPC', 'EIO'] as const)('when a write fails with %s', (code) => {
  test('whichever it is, it is said, nothing acknowledged is lost, and the line can be written again', async () => {
    const probe = failingDisk(0, code);
    for (const entry of entriesTo(4)) await logOn(probe).append(entry);
    for (let failAt = 1; failAt <= probe.steps; failAt += 1) {
      path = join(await mkdtemp(join(tmpdir(), 'log-')), 'below', 'acts.jsonl');
      const log = logOn(failingDisk(failAt, code));
      let failures = 0;
      for (const entry of entriesTo(4)) {
        await log.append(entry).catch(async (thrown: unknown) => {
          expect(thrown).toMatchObject({ code: 'diskFailure' });
          failures += 1;
          expect(await logOn().read()).toEqual(entriesTo(entry.number - 1));
          await log.append(entry);
        });
      }
      expect(failures).toBe(1);
      expect(await logOn().read()).toEqual(entriesTo(4));
    }
  });
});
