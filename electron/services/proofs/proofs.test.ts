import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Keyring } from '../keys/keyring.ts';
import { Proofs } from './proofs.ts';

const zhou = { id: '019ab000-0000-7000-8000-000000000001', name: '周老师' };
const pdf = Buffer.from('%PDF-1.7 张三 150102199001011230');

let folder: string;
let keyring: Keyring;
let proofs: Proofs;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofs-'));
  keyring = new Keyring(folder);
  await keyring.found(zhou, 'correct horse');
  proofs = new Proofs(join(folder, 'proofs'), keyring);
});

describe('a scanned proof', () => {
  test('comes back as it was kept, is kept once, and lies sealed on the disk', async () => {
    const kept = await proofs.keep('150102199001011230.pdf', pdf);
    expect(kept).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: pdf.length,
      type: 'application/pdf',
    });
    await proofs.keep('另一个名字.pdf', pdf);
    expect(await readdir(join(folder, 'proofs'))).toEqual([`${kept.hash}.sealed`]);
    const sealed = await readFile(join(folder, 'proofs', `${kept.hash}.sealed`));
    expect([sealed.includes('%PDF'), sealed.includes('150102199001011230')]).toEqual([false, false]);
    const { content, type } = await proofs.read(kept.hash);
    expect([content.equals(pdf), type]).toEqual([true, 'application/pdf']);
  });

  test.each([
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 1], 'image/jpeg'],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1], 'image/png'],
  ])('%s is known by its first bytes, whatever its name', async (_, bytes, type) => {
    expect((await proofs.keep('扫描.pdf', Uint8Array.from(bytes))).type).toBe(type);
  });

  test.each([
    ['a Word file called .pdf', Buffer.from('PK\u0003\u0004'), 'proofUnknown'],
    ['an empty file', Buffer.alloc(0), 'proofUnknown'],
    ['more than 20 MB', Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]), 'proofTooLarge'],
  ])('%s is refused, and nothing is kept', async (_, content, code) => {
    await expect(proofs.keep('证明.pdf', content)).rejects.toMatchObject({ code });
    expect(await readdir(join(folder, 'proofs')).catch(() => [])).toEqual([]);
  });

  test('whatever byte of it changes on the disk, it is not shown as what was kept; kept again, it is mended', async () => {
    const { hash } = await proofs.keep('证明.pdf', pdf);
    const path = join(folder, 'proofs', `${hash}.sealed`);
    const sealed = await readFile(path);
    for (let at = 0; at < sealed.length; at += 1) {
      const broken = Buffer.from(sealed);
      broken[at] = (broken[at] ?? 0) ^ 1;
      await writeFile(path, broken);
      await expect(proofs.read(hash)).rejects.toMatchObject({ code: 'sealBroken' });
    }
    await proofs.keep('证明.pdf', pdf);
    expect((await proofs.read(hash)).content.equals(pdf)).toBe(true);
  });

  test('that is not here is said to be missing; before anybody has signed in none is opened', async () => {
    const { hash } = await proofs.keep('证明.pdf', pdf);
    const unknown = 'f'.repeat(64);
    expect(await proofs.missing([hash, unknown])).toEqual([unknown]);
    await expect(proofs.read(unknown)).rejects.toMatchObject({ code: 'proofMissing' });
    const locked = new Proofs(join(folder, 'proofs'), new Keyring(folder));
    await expect(locked.read(hash)).rejects.toMatchObject({ code: 'keysLocked' });
  });
});
