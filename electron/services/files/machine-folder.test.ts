import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../../shared/refusals/index.ts';
import { MachineFolder } from './machine-folder.ts';

async function chosen() {
  const data = await mkdtemp(join(tmpdir(), 'data-'));
  const path = join(data, 'scanner-settings.json');
  const folder = new MachineFolder(path, {
    isOffered: (name) => name.endsWith('.pdf'),
    missing: (missing) => refusal('scannerFolderMissing', { folder: missing }),
  });
  const scans = await mkdtemp(join(tmpdir(), 'scans-'));
  await folder.choose(scans);
  await writeFile(join(scans, '一.pdf'), 'x');
  return { folder, path, scans };
}

describe('a folder that was chosen', () => {
  test('offers its files until none is chosen any more', async () => {
    const { folder, scans } = await chosen();
    expect(await folder.describe()).toMatchObject({ folder: scans, files: [{ name: '一.pdf' }] });
    await folder.choose(null);
    expect(await folder.describe()).toEqual({ folder: null, failure: null, files: [] });
  });

  test.each([
    ['can’t be read', (path: string) => rm(path).then(() => mkdir(path))],
    ['are garbled', (path: string) => writeFile(path, '{"folder":"E:')],
    ['are empty', (path: string) => writeFile(path, '')],
  ])('is not forgotten where its settings %s: that is said', async (_, damage) => {
    const { folder, path, scans } = await chosen();
    const settings = await readFile(path);
    await damage(path);
    expect(await folder.describe()).toEqual({
      folder: null,
      failure: expect.stringContaining(path),
      files: [],
    });
    for (const act of [() => folder.mustBeChosen(), () => folder.chosen(), () => folder.choose(scans)])
      await expect(act()).rejects.toMatchObject({ code: 'settingsUnreadable' });
    await rm(path, { recursive: true });
    await writeFile(path, settings);
    expect(await folder.chosen()).toBe(scans);
  });
});
