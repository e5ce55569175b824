import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BackupReason } from '../../../shared/contract/backups.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { readingHere } from '../../../tests/support/reading.ts';
import { Journal } from '../journal/journal.ts';
import { attachmentKey } from '../keys/derived-keys.ts';
import { Keyring } from '../keys/keyring.ts';
import { Proofs } from '../proofs/proofs.ts';
import { SealedFiles } from '../sealed-files/sealed-files.ts';
import { Backups } from './backups.ts';
import { Restores } from './restores.ts';
import { backupsToDelete } from './rotation.ts';

const zhou = { id: uuid(), name: '周老师' };
const actor = { name: '周老师', roles: ['administrator' as const] };

function entry(sequence: number): JournalEntry {
  return {
    sequence,
    id: uuid(),
    at: '2026-11-24T04:00:00.000Z',
    actor,
    command: 'addCourse',
    event: 'courseAdded',
    changes: [{ table: 'courses', key: String(sequence), added: { title: `课程${sequence}` } }],
  };
}

async function newBase(now: () => number = Date.now, version = '1.0.0') {
  const dataFolder = await mkdtemp(join(tmpdir(), 'base-'));
  const journal = new Journal(join(dataFolder, 'journal'));
  const keyring = new Keyring(dataFolder);
  const backups = new Backups({ dataFolder, version }, journal, keyring, now);
  const restores = new Restores(backups, journal, keyring, readingHere, now);
  return { dataFolder, journal, keyring, backups, restores };
}

type Base = Awaited<ReturnType<typeof newBase>>;

async function append(base: Base, from: number, to: number): Promise<void> {
  for (let sequence = from; sequence <= to; sequence += 1) await base.journal.append([entry(sequence)]);
}

let base: Base;
let recoveryCode: string;
let session: string;
beforeEach(async () => {
  base = await newBase();
  ({ recoveryCode, session } = await base.keyring.found(zhou, 'correct horse'));
  await append(base, 1, 5);
});

const inData = (name: string) => ({ name, place: 'dataFolder' as const });

describe('scanned proofs', () => {
  const scan = Buffer.from('%PDF-1.7 学时证明 150102199001011230');

  test('are mirrored, sealed, to the second place with every backup and come back from it', async () => {
    const proofs = new Proofs(join(base.dataFolder, 'proofs'), base.keyring);
    const { hash } = await proofs.keep('扫描.pdf', scan);
    const second = await mkdtemp(join(tmpdir(), 'second-'));
    await base.backups.setSecondPlace(second);
    const name = await base.backups.make('manual');
    const mirrored = await readFile(join(second, 'proofs', `${hash}.sealed`));
    expect(mirrored.includes('150102199001011230')).toBe(false);

    await rm(join(base.dataFolder, 'proofs'), { recursive: true });
    expect(await proofs.missing([hash])).toEqual([hash]);
    await base.restores.restore({ name, place: 'secondPlace' }, null, actor);
    expect(await proofs.missing([hash])).toEqual([]);
    expect((await proofs.read(hash)).content.equals(scan)).toBe(true);
  });

  test('so are attachments and volumes', async () => {
    const attachments = join(base.dataFolder, 'attachments');
    const files = new SealedFiles(attachments, () => attachmentKey(base.keyring.rootKey));
    const hash = await files.keep(scan);
    const second = await mkdtemp(join(tmpdir(), 'second-'));
    await base.backups.setSecondPlace(second);
    const name = await base.backups.make('manual');
    await rm(attachments, { recursive: true });
    await base.restores.restore({ name, place: 'secondPlace' }, null, actor);
    expect((await files.read(hash, '')).equals(scan)).toBe(true);
  });

  test('of a base set up anew on another machine come with the second place', async () => {
    const proofs = new Proofs(join(base.dataFolder, 'proofs'), base.keyring);
    const { hash } = await proofs.keep('扫描.pdf', scan);
    const second = await mkdtemp(join(tmpdir(), 'second-'));
    await base.backups.setSecondPlace(second);
    const bytes = await readFile(join(base.dataFolder, 'backups', await base.backups.make('manual')));
    const other = await newBase();
    await other.restores.restore({ bytes: new Uint8Array(bytes) }, recoveryCode, actor);
    await other.backups.setSecondPlace(second);
    const there = new Proofs(join(other.dataFolder, 'proofs'), other.keyring);
    expect((await there.read(hash)).content.equals(scan)).toBe(true);
  });
});

describe('a backup', () => {
  test('holds the journal, says so before it is restored, and is undone by the one made before', async () => {
    const name = await base.backups.make('manual');
    const before = await base.journal.read(1, 100);
    await append(base, 6, 8);
    expect(await base.restores.inspect(inData(name), null)).toMatchObject({
      sequence: 5,
      rows: { courses: 5 },
      rowsNow: { courses: 8 },
      takenBack: 3,
    });
    const later = await base.journal.read(1, 100);
    const undo = await base.restores.restore(inData(name), null, actor);
    const restored = await base.journal.read(1, 100);
    expect(restored.slice(0, 5)).toEqual(before);
    expect(restored.slice(5)).toMatchObject([{ sequence: 6, event: 'backupRestored', changes: [] }]);
    await base.restores.restore(inData(undo ?? ''), null, actor);
    expect((await base.journal.read(1, 100)).slice(0, 8)).toEqual(later);
  });

  test('opens on another machine by the recovery code or the passphrase, and by nothing else', async () => {
    await base.keyring.setPassphrase(session, '马兰花开二十一');
    const bytes = await readFile(join(base.dataFolder, 'backups', await base.backups.make('manual')));
    const source = { bytes: new Uint8Array(bytes) };
    for (const secret of [recoveryCode, '马兰花开二十一']) {
      const other = await newBase();
      await expect(other.restores.inspect(source, null)).rejects.toMatchObject({ code: 'backupLocked' });
      await expect(other.restores.inspect(source, '不对的口令不对的口令')).rejects.toMatchObject({
        code: 'backupSecretWrong',
      });
      expect(await other.restores.inspect(source, secret)).toMatchObject({ sequence: 5, takenBack: -5 });
      await other.restores.restore(source, secret, actor);
      expect((await other.journal.read(1, 100)).slice(0, 5)).toEqual(await base.journal.read(1, 5));
      const opened = await other.keyring.recover(recoveryCode, null, zhou, 'new password');
      expect(opened.key).toEqual(base.keyring.resume(session)?.key);
    }
  });

  test('with any byte changed is refused, and nothing is touched', async () => {
    const name = await base.backups.make('manual');
    const path = join(base.dataFolder, 'backups', name);
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0x20;
      await writeFile(path, changed);
      const refused = await base.restores
        .restore(inData(name), recoveryCode, actor)
        .catch((thrown: { code: string }) => thrown.code);
      expect(['backupDamaged', 'backupSecretWrong'], `byte ${at}`).toContain(refused);
    }
    await writeFile(path, whole.subarray(0, whole.length - 1));
    await expect(base.restores.inspect(inData(name), null)).rejects.toMatchObject({ code: 'backupDamaged' });
    expect(await base.journal.readHead()).toMatchObject({ sequence: 5 });
  });

  test('holds no name of the base or of a course in clear', async () => {
    const bytes = await readFile(join(base.dataFolder, 'backups', await base.backups.make('manual')));
    for (const text of ['课程1', 'courseAdded', '周老师']) expect(bytes.includes(text)).toBe(false);
  });

  test('is made before anybody signs in, too', async () => {
    const restarted = new Backups(
      { dataFolder: base.dataFolder, version: '1.0.0' },
      new Journal(join(base.dataFolder, 'journal')),
      new Keyring(base.dataFolder),
    );
    const name = await restarted.make('beforeUpgrade');
    expect(await base.restores.inspect(inData(name), null)).toMatchObject({ sequence: 5 });
  });

  test('whose name climbs out of its folder is not found', async () => {
    await expect(base.restores.inspect(inData('../keys.jidibackup'), null)).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('when', () => {
  test('daily: once a day and only if something was done; after work: if something was done', async () => {
    let now = Date.parse('2026-11-24T12:00:00+08:00');
    const dated = await newBase(() => now);
    await dated.keyring.found(zhou, 'correct horse');
    expect(await dated.backups.makeDue()).toBe(false);
    await append(dated, 1, 2);
    expect([await dated.backups.makeDue(), await dated.backups.makeDue()]).toEqual([true, false]);
    now += 86_400_000;
    expect(await dated.backups.makeDue()).toBe(false);
    await append(dated, 3, 3);
    expect([
      await dated.backups.makeIfChanged('afterWork'),
      await dated.backups.makeIfChanged('afterWork'),
    ]).toEqual([true, false]);
    expect((await dated.backups.list()).backups.map(({ reason, sequence }) => [reason, sequence])).toEqual([
      ['afterWork', 3],
      ['daily', 2],
    ]);
  });

  test('before another version opens the database', async () => {
    await base.backups.makeBeforeUpgrade();
    expect((await base.backups.list()).backups).toEqual([]);
    const newer = new Backups({ dataFolder: base.dataFolder, version: '1.1.0' }, base.journal, base.keyring);
    await newer.makeBeforeUpgrade();
    expect((await newer.list()).backups).toMatchObject([{ reason: 'beforeUpgrade', sequence: 5 }]);
  });
});

describe('a second place', () => {
  test('gets every backup; while it is away that is said, and the first is made all the same', async () => {
    const stick = await mkdtemp(join(tmpdir(), 'stick-'));
    await base.backups.make('manual');
    await base.backups.setSecondPlace(stick);
    expect(await readdir(stick)).toHaveLength(1);
    await rm(stick, { recursive: true });
    await append(base, 6, 6);
    await base.backups.make('manual');
    const { backups, secondPlace } = await base.backups.list();
    expect(backups).toHaveLength(2);
    expect(secondPlace).toEqual({ folder: stick, failure: expect.stringContaining('不见了') });
  });

  test.each([
    ['can’t be read', (path: string) => rm(path).then(() => mkdir(path))],
    ['are garbled', (path: string) => writeFile(path, '{"secondPlace":')],
    ['are empty', (path: string) => writeFile(path, '')],
  ])(
    'is not forgotten where its settings %s: that is said, and the first backup is made',
    async (_, damage) => {
      const stick = await mkdtemp(join(tmpdir(), 'stick-'));
      await base.backups.makeBeforeUpgrade();
      await base.backups.setSecondPlace(stick);
      const path = join(base.dataFolder, 'backup-settings.json');
      const settings = await readFile(path);
      await damage(path);
      const newer = new Backups(
        { dataFolder: base.dataFolder, version: '1.1.0' },
        base.journal,
        base.keyring,
      );
      await expect(newer.makeBeforeUpgrade()).rejects.toMatchObject({ code: 'settingsUnreadable' });
      await append(base, 6, 6);
      await newer.make('manual');
      await expect(newer.setSecondPlace(null)).rejects.toMatchObject({ code: 'settingsUnreadable' });
      const { backups, secondPlace } = await newer.list();
      expect(backups.map(({ reason }) => reason)).toEqual(['manual', 'beforeUpgrade']);
      expect(secondPlace).toEqual({ folder: '', failure: expect.stringContaining(path) });
      await rm(path, { recursive: true });
      await writeFile(path, settings);
      expect((await newer.list()).secondPlace?.folder).toBe(stick);
    },
  );

  test('sealed files that can’t be listed are not taken for none', async () => {
    await base.backups.setSecondPlace(await mkdtemp(join(tmpdir(), 'stick-')));
    await writeFile(join(base.dataFolder, 'proofs'), 'a file where a folder should be');
    await base.backups.make('manual');
    expect((await base.backups.list()).secondPlace?.failure).toContain('proofs');
  });

  test('that can’t be written is refused', async () => {
    await expect(base.backups.setSecondPlace('/proc/nowhere')).rejects.toMatchObject({ code: 'diskFailure' });
  });
});

test('a damaged journal and a backup together give everything; what is lost without it is counted', async () => {
  await base.backups.make('daily');
  await append(base, 6, 9);
  const [segment] = await readdir(join(base.dataFolder, 'journal'));
  const path = join(base.dataFolder, 'journal', segment!);
  const bytes = await readFile(path);
  bytes[100] = bytes[100]! ^ 1;
  await writeFile(path, bytes);
  const journal = new Journal(join(base.dataFolder, 'journal'));
  const { dataFolder, keyring } = base;
  const restoresWith = (keys: Keyring) =>
    new Restores(new Backups({ dataFolder, version: '1.0.0' }, journal, keys), journal, keys, readingHere);
  expect(await restoresWith(new Keyring(dataFolder)).planMend()).toMatchObject({
    payloads: [],
    highestSeen: 9,
    backup: null,
  });
  expect((await restoresWith(keyring).planMend()).payloads).toHaveLength(9);
  expect(await restoresWith(keyring).mend()).toBe(9);
  expect(await journal.readHead()).toMatchObject({ sequence: 9, damage: null });
});

describe('rotation keeps 7 days, 8 weeks, 24 months', () => {
  const at = (day: number, reason: BackupReason = 'daily') => ({
    name: `${day}-${reason}`,
    createdAt: new Date(Date.UTC(2026, 0, 1, 4) + day * 86_400_000).toISOString(),
    reason,
  });

  test('of a backup every day for three years', () => {
    const all = Array.from({ length: 1096 }, (_, day) => at(day));
    const deleted = new Set(backupsToDelete(all).map(({ name }) => name));
    const kept = all.filter(({ name }) => !deleted.has(name));
    expect(kept.slice(-7)).toEqual(all.slice(-7));
    // Seven days, then the ends of weeks and of months beyond them; some fall together.
    expect(kept.length).toBeLessThanOrEqual(39);
    expect(new Set(kept.map(({ createdAt }) => createdAt.slice(0, 7))).size).toBe(24);
  });

  test('the newest always stays, what a person made stays, and a second look deletes no more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2000), fc.constantFrom<BackupReason>('daily', 'manual', 'beforeRestore')), {
          minLength: 1,
        }),
        (made) => {
          const all = made.map(([day, reason], index) => ({ ...at(day, reason), name: String(index) }));
          const deleted = new Set(backupsToDelete(all));
          const kept = all.filter((backup) => !deleted.has(backup));
          expect(backupsToDelete(kept)).toEqual([]);
          expect([...deleted].every(({ reason }) => reason !== 'manual')).toBe(true);
          const newest = all
            .map(({ createdAt }) => createdAt)
            .sort()
            .at(-1);
          expect(kept.some(({ createdAt }) => createdAt === newest)).toBe(true);
        },
      ),
    );
  });
});
