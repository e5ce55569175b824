import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { type Disk, realDisk } from '../disk/disk.ts';
import { chainHash, frameHeaderBytes, readFrame } from './frame.ts';
import { Journal } from './journal.ts';
import { noHash } from './segments.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'journal-'));

function entryOf(sequence: number): JournalEntry {
  return {
    sequence,
    id: uuid(),
    at: '2026-11-24T04:00:00.000Z',
    actor: { name: '周老师', roles: ['administrator'] },
    command: 'addCourse',
    event: 'courseAdded',
    changes: [
      { table: 'courses', key: String(sequence), added: { title: `课程${sequence}` } },
      {
        table: 'classes',
        key: 'c',
        edits: [
          { path: ['title'], before: '旧', after: '新' },
          { path: ['x'], after: 1 },
        ],
      },
      { table: 'learners', key: 'l', removed: { name: '张𬭁' } },
    ],
  };
}

const entriesTo = (count: number) => Array.from({ length: count }, (_, index) => entryOf(index + 1));

function frameEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = 40; at < bytes.length; ) {
    at += frameHeaderBytes + bytes.readUInt32BE(at);
    ends.push(at);
  }
  return ends;
}

/** The chain hash up to a frame's end, as the next frame needs it. */
function hashAt(bytes: Buffer, end: number, ends: number[]): Buffer {
  const index = ends.indexOf(end);
  if (index < 0) return bytes.subarray(8, 40);
  const start = index === 0 ? 40 : ends[index - 1]!;
  return bytes.subarray(start + 4, start + 36);
}

function countFrames(bytes: Buffer, from: number, hash: Buffer): { entries: number; ending: string } {
  let [at, before, entries] = [Math.min(from, bytes.length), hash, 0];
  for (;;) {
    const reading = readFrame(bytes, at, before, true);
    if (reading.kind !== 'entry') return { entries, ending: reading.kind };
    [at, before, entries] = [reading.end, reading.hash, entries + 1];
  }
}

async function written(count: number, segment?: number) {
  const folder = await newFolder();
  const entries = entriesTo(count);
  await new Journal(folder, realDisk, segment).append(entries);
  return { folder, entries, names: (await readdir(folder)).sort() };
}

describe('the journal file', () => {
  test('gives back what was appended, over segments of bounded size', async () => {
    const { folder, entries, names } = await written(40, 2000);
    expect(names.length).toBeGreaterThan(5);
    const journal = new Journal(folder, realDisk, 2000);
    expect(await journal.readHead()).toEqual({ sequence: 40, id: entries[39]!.id, damage: null });
    expect(await journal.read(1, 100)).toEqual(entries);
    expect(await journal.read(39, 1)).toEqual([entries[38]]);
  });

  test('an entry sent again is passed over; a gap and another lineage are refused', async () => {
    const { folder, entries } = await written(3);
    const journal = new Journal(folder);
    expect(await journal.append(entries.slice(1))).toMatchObject({ sequence: 3 });
    expect(await journal.read(1, 100)).toEqual(entries);
    await expect(journal.append([entryOf(5)])).rejects.toMatchObject({ code: 'journalGap' });
    await expect(journal.append([entryOf(3)])).rejects.toMatchObject({ code: 'journalForked' });
  });

  test('appends that race keep their order', async () => {
    const journal = new Journal(await newFolder());
    const entries = entriesTo(30);
    await Promise.all(entries.map((entry) => journal.append([entry])));
    expect(await journal.read(1, 100)).toEqual(entries);
  });
});

describe('after a crash', () => {
  test('cut at any byte, every whole entry is there, the torn one is gone, and work goes on', async () => {
    const { folder, entries, names } = await written(6);
    const path = join(folder, names[0]!);
    const whole = await readFile(path);
    for (let size = 0; size <= whole.length; size += 1) {
      await writeFile(path, whole.subarray(0, size));
      const journal = new Journal(folder);
      const head = await journal.readHead();
      expect(head.damage).toBeNull();
      expect(await journal.read(1, 100)).toEqual(entries.slice(0, head.sequence));
      const next = entryOf(head.sequence + 1);
      await journal.append([next]);
      expect(await new Journal(folder).readHead()).toMatchObject({ sequence: next.sequence, id: next.id });
      if (size === 0) await writeFile(path, whole);
    }
  });

  test('a tail of unwritten blocks is cut off', async () => {
    const { folder, names } = await written(3);
    await appendFile(join(folder, names[0]!), Buffer.alloc(300));
    const journal = new Journal(folder);
    expect(await journal.readHead()).toMatchObject({ sequence: 3, damage: null });
    await journal.append([entryOf(4)]);
    expect(await new Journal(folder).readHead()).toMatchObject({ sequence: 4, damage: null });
  });
});

describe('a journal of 1,000 entries', () => {
  test('cut at every byte and its tail scrambled, loses nothing that was whole and takes nothing for an entry', async () => {
    const { folder, names } = await written(1000);
    const path = join(folder, names[0]!);
    const whole = await readFile(path);
    const ends = frameEnds(whole);
    expect(ends).toHaveLength(1000);
    // The real reading code over bytes in memory: 400,000 files would take an hour.
    const wrong: number[] = [];
    let complete = 0;
    for (let size = 40; size <= whole.length; size += 1) {
      const isEnd = ends[complete] === size;
      if (isEnd) complete += 1;
      const from = complete >= 3 ? ends[complete - 3]! : 40;
      const { entries, ending } = countFrames(whole.subarray(0, size), from, hashAt(whole, from, ends));
      // Read from the last whole entry but two on: the two behind it, or as many as there are.
      if (entries !== Math.min(complete, 2) || ending !== (isEnd || size === 40 ? 'end' : 'torn'))
        wrong.push(size);
    }
    expect(wrong).toEqual([]);
    for (let size = whole.length - 2000; size < whole.length; size += 7) {
      const scrambled = Buffer.concat([whole.subarray(0, size), randomBytes(whole.length - size)]);
      await writeFile(path, scrambled);
      const head = await new Journal(folder).readHead();
      expect(head.sequence).toBe(ends.filter((end) => end <= size).length);
      expect(head.damage !== null || (await readFile(path)).length <= size).toBe(true);
    }
  });
});

describe('damage', () => {
  test('what follows the damage is taken up again from a backup’s chain, and what is lost is counted', async () => {
    const { folder, entries, names } = await written(20, 1500);
    const { payloads, hash } = await new Journal(folder, realDisk, 1500).readAll();
    const hashAfter = (count: number) =>
      payloads.slice(0, count).reduce((before, payload) => chainHash(before, payload), noHash as Buffer);
    expect(hashAfter(20)).toEqual(hash);
    const path = join(folder, names[2]!);
    const bytes = await readFile(path);
    bytes[120] = bytes[120]! ^ 1;
    await writeFile(path, bytes);
    const journal = new Journal(folder, realDisk, 1500);
    const damagedAt = (await journal.readHead()).sequence + 1;
    const alone = await journal.salvage(null);
    expect([alone.payloads.length, alone.highestSeen]).toEqual([damagedAt - 1, 20]);
    const backup = { payloads: payloads.slice(0, damagedAt), hash: hashAfter(damagedAt) };
    const salvaged = await journal.salvage(backup);
    expect(salvaged.payloads).toHaveLength(20);
    await journal.rewrite(salvaged.payloads);
    expect(await journal.read(1, 100)).toEqual(entries);
    expect(await new Journal(folder, realDisk, 1500).verify()).toMatchObject({ entries: 20, damage: null });
    expect((await readdir(`${folder}-set-aside`)).length).toBe(1);
  });

  test('verified on demand, an old entry changed since the journal was opened is named', async () => {
    const { folder, names } = await written(12);
    const journal = new Journal(folder);
    expect(await journal.verify()).toMatchObject({ entries: 12, damage: null });
    const path = join(folder, names[0]!);
    const bytes = await readFile(path);
    bytes[150] = bytes[150]! ^ 1;
    await writeFile(path, bytes);
    expect((await journal.verify()).damage).toMatchObject({ segment: names[0], offset: 40 });
  });

  test('a whole journal is not begun anew, whoever asks', async () => {
    const { folder, entries } = await written(3);
    const journal = new Journal(folder);
    await journal.beginAnew();
    expect(await journal.read(1, 10)).toEqual(entries);
  });

  test('a rewriting cut short at any step leaves the old journal or the new one, whole', async () => {
    const steps = ['removeFolder', 'create', 'rename'] as const;
    for (let failAt = 1; failAt <= 12; failAt += 1) {
      const { folder, entries } = await written(12, 1500);
      const { payloads } = await new Journal(folder, realDisk, 1500).readAll();
      let operations = 0;
      const disk = { ...realDisk } as Record<string, unknown>;
      for (const step of steps) {
        disk[step] = async (...input: never[]) => {
          operations += 1;
          if (operations === failAt) throw Object.assign(new Error('EIO'), { code: 'EIO' });
          return (realDisk[step] as (...all: never[]) => Promise<void>)(...input);
        };
      }
      await new Journal(folder, disk as unknown as Disk, 1500)
        .rewrite(payloads.slice(0, 5))
        .catch(() => undefined);
      const found = await new Journal(folder, realDisk, 1500).read(1, 100);
      expect([5, 12], `step ${failAt}`).toContain(found.length);
      expect(found).toEqual(entries.slice(0, found.length));
    }
  });

  test('one changed bit, anywhere, is found and named; nothing is appended behind it', async () => {
    const { folder, names } = await written(12, 1500);
    for (const name of names) {
      const path = join(folder, name);
      const whole = await readFile(path);
      for (let at = 0; at < whole.length; at += 1) {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ 0x10;
        await writeFile(path, changed);
        const journal = new Journal(folder, realDisk, 1500);
        const { damage } = await journal.readHead();
        expect(damage, `${name} byte ${at}`).not.toBeNull();
        if (at % 50 === 0)
          await expect(journal.append([entryOf(13)])).rejects.toMatchObject({ code: 'journalDamaged' });
      }
      await writeFile(path, whole);
    }
  });

  test('a segment cut short or missing in the middle is damage, not a torn end', async () => {
    const { folder, names } = await written(12, 1500);
    const path = join(folder, names[1]!);
    const whole = await readFile(path);
    await truncate(path, whole.length - 5);
    expect((await new Journal(folder).readHead()).damage).toMatchObject({ segment: names[1] });
    await writeFile(path, whole);
    await writeFile(join(folder, names[0]!), await readFile(path));
    expect((await new Journal(folder).readHead()).damage).toMatchObject({ segment: names[0], offset: 0 });
  });
});

/** A disk whose n-th write fails half way, with a code of the operating system. */
function failingDisk(failAt: number, code: string): Disk & { operations: number } {
  const disk = {
    ...realDisk,
    operations: 0,
    write: async (path: string, position: number, bytes: Buffer) => {
      disk.operations += 1;
      if (disk.operations !== failAt) return realDisk.write(path, position, bytes);
      await realDisk.write(path, position, bytes.subarray(0, bytes.length / 2));
      throw Object.assign(new Error(`${code}: write`), { code });
    },
    create: async (path: string, bytes: Buffer) => {
      disk.operations += 1;
      if (disk.operations !== failAt) return realDisk.create(path, bytes);
      await realDisk.create(path, bytes.subarray(0, bytes.length / 2));
      throw Object.assign(new Error(`${code}: create`), { code });
    },
  };
  return disk;
}

describe.each(['ENOSPC', 'EIO'])('when a write fails with %s', (code) => {
  test('whichever it is, it is said, nothing acknowledged is lost, and the entry can be sent again', async () => {
    const probe = failingDisk(0, code);
    await new Journal(await newFolder(), probe, 1500).append(entriesTo(15));
    for (let failAt = 1; failAt <= probe.operations; failAt += 1) {
      const folder = await newFolder();
      const journal = new Journal(folder, failingDisk(failAt, code), 1500);
      const entries = entriesTo(15);
      let acknowledged = 0;
      let failures = 0;
      for (const entry of entries) {
        try {
          await journal.append([entry]);
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'diskFailure' });
          failures += 1;
          const afterFailure = await new Journal(folder, realDisk, 1500).read(1, 100);
          expect(afterFailure).toEqual(entries.slice(0, acknowledged));
          await journal.append([entry]);
        }
        acknowledged += 1;
      }
      expect(failures).toBe(1);
      expect(await new Journal(folder, realDisk, 1500).read(1, 100)).toEqual(entries);
    }
  });
});
