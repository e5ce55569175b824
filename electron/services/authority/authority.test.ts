import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { monthPeriod, yearPeriod } from '../../../shared/domain/base/period.ts';
import { isSignedBy } from '../../../shared/exchange/proof/is-signed-by.ts';
import { acknowledgementKind } from '../../../shared/exchange/submission/acknowledgement.ts';
import { authorityCardKind } from '../../../shared/exchange/submission/authority-card.ts';
import { submissionManifest } from '../../../shared/exchange/submission/manifest.ts';
import { readSignedFile } from '../../../shared/exchange/submission/signed-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { counted, fiveBases, packed } from '../../../tests/support/packed-base.ts';
import { parseSheets } from '../sheets/parse-sheets.ts';
import { openPackage } from '../submissions/open-package.ts';
import { sealPackage } from '../submissions/sealed-package.ts';
import { AuthorityKeys } from './authority-keys.ts';
import { regionReport, writeReport } from './region-report.ts';
import { regionTables } from './region-tables.ts';
import { AuthorityStore } from './store.ts';
import { readIncoming, registerKeys, takeFolder } from './take-folder.ts';

const year = yearPeriod(2026);

let inbox: string;
let store: AuthorityStore;
const acknowledgementsIn = () => join(store.folder, 'acknowledgements', '2027-01-20');
const taking = (take = true) => ({
  take,
  today: '2027-01-20',
  authority: '自治区人社厅',
});

beforeEach(async () => {
  inbox = await mkdtemp(join(tmpdir(), 'inbox-'));
  store = new AuthorityStore(await mkdtemp(join(tmpdir(), 'authority-')));
});

async function put(...packages: { zip: Buffer; name: string }[]): Promise<void> {
  for (const { zip, name } of packages) await writeFile(join(inbox, name), zip);
}

describe('what bases sent is checked first and taken whole', () => {
  test('a dry run writes nothing; unknown keys are refused until they are registered', async () => {
    await put(...(await fiveBases()));
    const first = await takeFolder(store, inbox, openPackage, taking());
    expect(first.run).toBeNull();
    expect(first.conflicts.map(({ kind, reason }) => [kind, reason])).toContainEqual([
      'refused',
      '基地代码 JD01 没有登记公钥',
    ]);
    expect(await readdir(store.folder)).toEqual([]);
    expect(await takeFolder(store, inbox, openPackage, { ...taking(false), register: true })).toMatchObject({
      packages: 5,
      registered: ['JD01', 'JD02', 'JD03', 'JD04', 'JD05'],
      conflicts: [],
      run: null,
      taken: 0,
      done: [],
    });
    expect(await store.packages()).toEqual([]);
    expect((await takeFolder(store, inbox, openPackage, taking())).taken).toBe(5);
  });

  test('one that can’t be taken stops all: an altered file, a foreign key, a lost predecessor', async () => {
    const [one, two] = await fiveBases();
    await put(one!, two!);
    await registerKeys(store, await readIncoming(store, inbox, openPackage));
    const altered = Buffer.from(one!.zip);
    altered[400] = (altered[400] ?? 0) ^ 1;
    await writeFile(join(inbox, 'altered.zip'), altered);
    await writeFile(join(inbox, 'notes.zip'), 'no zip');
    const foreign = { ...(await packed({ at: 2 }, counted(1, 1))), name: 'foreign.zip' };
    await store.saveKeys(new Map([...(await store.keys()), ['JD03', ['0'.repeat(64)]]]));
    const orphan = await packed({ at: 3 }, counted(2, 2), counted(1, 1));
    await put(foreign, orphan);
    const { run, conflicts } = await takeFolder(store, inbox, openPackage, taking());
    expect(run).toBeNull();
    const refused = conflicts.filter(({ kind }) => kind === 'refused').map(({ file }) => file);
    expect(new Set(refused)).toEqual(new Set(['altered.zip', 'notes.zip', 'foreign.zip', 'JD04 2.zip']));
    expect(
      conflicts.find(({ file, reason }) => file === 'JD04 2.zip' && reason.includes('没有收到')),
    ).toBeDefined();
    expect(await store.packages()).toEqual([]);
  });

  test('the same again changes nothing; another under the same number is refused', async () => {
    await put((await fiveBases())[0]!);
    await registerKeys(store, await readIncoming(store, inbox, openPackage));
    await takeFolder(store, inbox, openPackage, taking());
    const again = await takeFolder(store, inbox, openPackage, taking());
    expect(again).toMatchObject({ run: null, taken: 0 });
    expect(again.conflicts.map(({ kind }) => kind)).toEqual(['passed over']);
    await put({ ...(await packed({ at: 0 }, counted(11, 13))), name: 'other.zip' });
    const other = await takeFolder(store, inbox, openPackage, taking());
    expect(other.conflicts.find(({ file }) => file === 'other.zip')?.reason).toBe(
      '第 1 次报送有两份内容不同的',
    );
    expect(await store.packages()).toHaveLength(1);
  });
});

describe('the region’s tables', () => {
  test('by base, league and city and in all; a correction takes the place of what it corrects', async () => {
    await put(...(await fiveBases()));
    await registerKeys(store, await readIncoming(store, inbox, openPackage));
    await takeFolder(store, inbox, openPackage, taking());
    await put(await packed({ at: 0 }, counted(15, 20, 100), counted(10, 12, 100)));
    expect((await takeFolder(store, inbox, openPackage, taking())).taken).toBe(1);
    const current = await store.current();
    const tables = await regionTables(store.folder, current);
    const figureIn = (rows: Record<string, string | number>[], about: Record<string, string>) =>
      rows.find((row) => Object.entries(about).every(([name, value]) => row[name] === value))?.value;
    expect(figureIn(tables.total, { measure: 'people' })).toBe(15 + 20 + 30 + 40 + 50);
    expect(figureIn(tables['by-region'], { region_code: '1501', measure: 'personTimes' })).toBe(20 + 24);
    expect(figureIn(tables['by-base'], { base_code: 'JD01', measure: 'people' })).toBe(15);
    expect(figureIn(tables.breakdowns, { table: 'region', key: '1501', measure: 'professionalHours' })).toBe(
      500,
    );
  });

  test('learners whom several bases trained are found; who did not report is listed', async () => {
    const bases = await fiveBases();
    await put(...bases);
    await registerKeys(store, await readIncoming(store, inbox, openPackage));
    await store.saveKeys(new Map([...(await store.keys()), ['JD09', ['0'.repeat(64)]]]));
    await takeFolder(store, inbox, openPackage, taking());
    const tables = await regionTables(store.folder, await store.current());
    expect(tables['shared-learners']).toEqual([
      { learner: 'shared', bases: 2, which: 'JD01、JD02', general_hours: 0, professional_hours: 8 },
    ]);
    const path = join(store.folder, '汇总.xlsx');
    const report = await regionReport(store, year);
    await writeReport(report, path);
    expect(report.bases).toBe(5);
    const { sheets } = await parseSheets('汇总.xlsx', new Uint8Array(await readFile(path)));
    expect(sheets.at(-1)?.rows.at(-1)?.[0]?.text).toBe('JD09');
    expect((await regionReport(store, monthPeriod(2026, 1))).bases).toBe(0);
  });

  test('a taking can be taken back, and taken again', async () => {
    await put(...(await fiveBases()));
    await registerKeys(store, await readIncoming(store, inbox, openPackage));
    const { run } = await takeFolder(store, inbox, openPackage, taking());
    expect(await store.takeBack(run!, '2027-01-21')).toBe(5);
    expect(await store.current()).toEqual([]);
    await expect(store.takeBack(run!, '2027-01-21')).rejects.toMatchObject({ code: 'notFound' });
    expect((await takeFolder(store, inbox, openPackage, taking())).taken).toBe(5);
  });
});

test('each package gets a signed acknowledgement that names it; an altered one is none', async () => {
  const bases = await fiveBases();
  await put(...bases);
  await registerKeys(store, await readIncoming(store, inbox, openPackage));
  await takeFolder(store, inbox, openPackage, taking());
  const names = (await readdir(acknowledgementsIn())).sort();
  expect(names).toHaveLength(5);
  const bytes = await readFile(join(acknowledgementsIn(), names[0]!));
  const read = readSignedFile(acknowledgementKind, bytes, isSignedBy);
  expect(read.ok && read.content).toMatchObject({
    authority: '自治区人社厅',
    baseCode: 'JD01',
    manifestHash: bases[0]!.manifestHash,
    publicKey: (await AuthorityKeys.of(store.folder)).publicKey,
  });
  for (let offset = 0; offset < bytes.length; offset += 1) {
    const altered = Buffer.from(bytes);
    altered[offset] = (altered[offset] ?? 0) ^ 1;
    expect(readSignedFile(acknowledgementKind, altered, isSignedBy).ok).toBe(false);
  }
});

test('the authority’s card names its keys; a package sealed for it is opened by it alone', async () => {
  const keys = await AuthorityKeys.of(store.folder);
  const read = readSignedFile(authorityCardKind, Buffer.from(keys.card('自治区人社厅')), isSignedBy);
  if (!read.ok) throw new Error(read.why);
  const [one] = await fiveBases();
  const sealed = sealPackage(one!.zip, read.content.sealingKey);
  expect(sealed.includes(Buffer.from('jidi-submission"'))).toBe(false);
  await writeFile(join(inbox, '报送.zip.sealed'), sealed);
  const [incoming] = await readIncoming(store, inbox, openPackage);
  expect(incoming?.opened?.manifestHash).toBe(one!.manifestHash);
  const other = new AuthorityStore(await mkdtemp(join(tmpdir(), 'authority-')));
  const [foreign] = await readIncoming(other, inbox, openPackage);
  expect(foreign?.failure).toContain('不是加密给本部门的');
  for (const offset of [0, 30, 60, 100, sealed.length - 1]) {
    const altered = Buffer.from(sealed);
    altered[offset] = (altered[offset] ?? 0) ^ 1;
    expect(() => keys.unseal('报送.zip.sealed', altered)).toThrow();
  }
});

test('a base’s code that would be a way out of the store is none', async () => {
  const [one] = await fiveBases();
  const { manifest } = await openPackage('JD01.zip', one!.zip);
  for (const code of ['../../JD', 'C:\\JD', 'JD\0', 'CON/..', 'jd01'])
    expect(submissionManifest.safeParse({ ...manifest, base: { ...manifest.base, code } }).success).toBe(
      false,
    );
});

test('a jump against the year before, and hours beyond a working year, are pointed out', async () => {
  const before = counted(60, 60, 100, yearPeriod(2025));
  await put(await packed({ at: 0 }, before));
  await registerKeys(store, await readIncoming(store, inbox, openPackage));
  await takeFolder(store, inbox, openPackage, taking());
  await put({ ...(await packed({ at: 0 }, counted(60, 130, 60 * 601))), name: 'next.zip' });
  const { conflicts, taken } = await takeFolder(store, inbox, openPackage, taking());
  expect(conflicts.filter(({ kind }) => kind === 'look').map(({ reason }) => reason)).toEqual([
    '人均 601 学时，超过可能',
    '人次 130，上年同期 60，变化 117%',
  ]);
  expect(taken).toBe(1);
});

test('a class with more people than it may have is pointed out', async () => {
  const statistics = counted(60, 60);
  const [one] = statistics.by.class;
  const overfull = { ...statistics, by: { ...statistics.by, class: [{ ...one!, capacity: 50 }] } };
  await put(await packed({ at: 0 }, overfull));
  await registerKeys(store, await readIncoming(store, inbox, openPackage));
  const { conflicts } = await takeFolder(store, inbox, openPackage, taking());
  expect(conflicts.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['look', '班：60 人，超过人数上限 50'],
  ]);
});

test('stopped between two packages, nothing is taken and nothing is left', async () => {
  await put(...(await fiveBases()));
  await registerKeys(store, await readIncoming(store, inbox, openPackage));
  const before = await readdir(store.folder, { recursive: true });
  const stopping = takeFolder(store, inbox, openPackage, {
    ...taking(),
    onRead: (done) => {
      if (done === 3) throw refusal('cancelled');
    },
  });
  await expect(stopping).rejects.toMatchObject({ code: 'cancelled' });
  expect(await store.packages()).toEqual([]);
  expect(await readdir(store.folder, { recursive: true })).toEqual(before);
});
