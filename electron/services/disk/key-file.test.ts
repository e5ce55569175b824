import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { failingDisk } from '../../../tests/support/failing-disk.ts';
import { KeyFile } from './key-file.ts';

let path: string;
const key = () => new KeyFile(path, 32).readOrMake();

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'key-')), 'below', 'own-key');
});

test('a key is made once, of its length, for its owner only, and is the same from then on', async () => {
  const [one, ...others] = await Promise.all([key(), key(), key()]);
  expect(one).toHaveLength(32);
  expect(others).toEqual([one, one]);
  expect(await key()).toEqual(one);
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await readdir(dirname(path))).toEqual(['own-key']);
});

test('cut or changed anywhere, it is refused, named, and never replaced', async () => {
  await key();
  const whole = await readFile(path);
  const damaged = [
    ...Array.from({ length: whole.length }, (_, size) => whole.subarray(0, size)),
    ...Array.from(whole, (byte, at) => Buffer.from(whole).fill(byte ^ 1, at, at + 1)),
    Buffer.concat([whole, whole]),
    Buffer.alloc(whole.length),
    Buffer.from('密钥'),
  ];
  for (const content of damaged) {
    await writeFile(path, content);
    await expect(key()).rejects.toMatchObject({ code: 'keyFileUnusable', data: { path } });
    expect(await readFile(path)).toEqual(content);
  }
  await expect(key()).rejects.toThrow(`密钥文件 ${path} 不能用`);
  await expect(key()).rejects.toThrow('请从备份里恢复这个文件');
});

test('what can’t be read is not taken for none', async () => {
  await mkdir(path, { recursive: true });
  await expect(key()).rejects.toMatchObject({ code: 'keyFileUnusable' });
});

test('a key of another length is refused', async () => {
  await new KeyFile(path, 16).readOrMake();
  await expect(key()).rejects.toMatchObject({ code: 'keyFileUnusable' });
});

test.each(['EIO', 'crash'] as const)(
  'whichever step of making it fails (%s), it is made the next time',
  async (kind) => {
    const probe = failingDisk(0, kind);
    await new KeyFile(path, 32, probe).readOrMake();
    for (let failAt = 1; failAt <= probe.steps; failAt += 1) {
      path = join(await mkdtemp(join(tmpdir(), 'key-')), 'below', 'own-key');
      const making = new KeyFile(path, 32, failingDisk(failAt, kind)).readOrMake();
      await expect(making).rejects.toMatchObject({ code: 'diskFailure' });
      expect(await key()).toHaveLength(32);
    }
  },
);
