import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutEverywhere, deskFiles, failEverywhere } from '../../../tests/support/tortured-authority.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'authority-'));

// `npm run torture` does the same with every kind of failure and file, and kills processes.
describe('an authority that takes, and takes back', () => {
  test('whichever step is the last before a crash: it opens, nothing acknowledged is lost, nothing half taken counts, and the work can be ended', async () => {
    const { steps, faults } = await failEverywhere(newFolder, 'crash');
    expect(steps).toBeGreaterThan(60);
    expect(faults).toEqual([]);
  }, 1_200_000);

  test('whichever file it reads is cut, at any byte: it opens, says what is damaged, counts what is whole, changes nothing', async () => {
    const { cuts, faults } = await cutEverywhere(newFolder, deskFiles);
    expect(cuts).toBeGreaterThan(1000);
    expect(faults).toEqual([]);
  }, 1_200_000);
});
