import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeFileName } from '../../electron/services/files/produced-files.ts';
import { type ReadingTasks, readingThread } from '../../electron/services/reading/tasks.ts';
import { sheetLimits } from '../../electron/services/sheets/limits.ts';
import { readZip } from '../../electron/services/sheets/read-zip.ts';
import { submissionLimits } from '../../electron/services/submissions/open-package.ts';
import { Thread } from '../../electron/services/threads/thread.ts';
import { Refusal } from '../../shared/refusals/index.ts';
import { type ForgedEntry, forgedZip, packedText, packedZeros } from '../support/forged-zip.ts';

const mebibyte = 1024 * 1024;
const thread = new Thread(
  join(import.meta.dirname, '../../dist/electron/reading-worker.cjs'),
  readingThread,
  null,
);
afterAll(() => thread.close());

async function zeros(path: string, bytes: number, claimedBytes = bytes): Promise<ForgedEntry> {
  return { path, packed: await packedZeros(bytes), claimedBytes, crc: 0 };
}

const sheetPath = 'xl/worksheets/sheet1.xml';
const bombs: Record<string, () => Promise<Buffer>> = {
  '300 MB': async () => forgedZip([await zeros(sheetPath, 300 * mebibyte)]),
  'four times a gigabyte': async () => {
    const { packed } = await zeros('', 64 * mebibyte);
    const claimed = { packed, claimedBytes: 0x40000000, crc: 0 };
    return forgedZip([1, 2, 3, 4].map((at) => ({ ...claimed, path: `xl/media/image${at}.bin` })));
  },
  'one that holds another': async () =>
    forgedZip([
      await packedText('[Content_Types].xml', '<Types/>'),
      { ...(await zeros('inner.zip', 300 * mebibyte)), claimedBytes: 300 * mebibyte },
    ]),
  'one that lies about its size': async () => forgedZip([await zeros(sheetPath, 300 * mebibyte, mebibyte)]),
  '100,000 entries': async () => {
    const entry = await packedText('', '');
    return forgedZip(Array.from({ length: 100_000 }, (_, at) => ({ ...entry, path: `${at}` })));
  },
  'more entries than it says': async () => {
    const entry = await packedText('', 'a');
    return forgedZip(
      Array.from({ length: 50_000 }, (_, at) => ({ ...entry, path: `a${at % 3}` })),
      3,
    );
  },
};

/** How long reading takes and how far the memory of the process grows meanwhile, until it is refused. */
async function refusedWithin(kind: 'sheets' | 'package', name: string, bytes: Buffer) {
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 2);
  const started = performance.now();
  const thrown: unknown = await thread.run(kind, { name, bytes }).then(
    () => null,
    (failure: unknown) => failure,
  );
  const milliseconds = performance.now() - started;
  clearInterval(watching);
  most = Math.max(most, process.memoryUsage.rss());
  return { thrown, milliseconds, megabytes: (most - before) / mebibyte };
}

describe('bombs are refused in words, within a second and 150 MB', () => {
  beforeAll(async () => {
    await thread.run('sheets', { name: 'a.csv', bytes: Buffer.from('姓名\n张三\n') });
  });

  test.each(Object.keys(bombs).flatMap((name) => [[name, 'sheets'] as const, [name, 'package'] as const]))(
    '%s as %s',
    async (name, kind) => {
      const bytes = await bombs[name]!();
      const { thrown, milliseconds, megabytes } = await refusedWithin(kind, '炸弹', bytes);
      expect(thrown).toBeInstanceOf(Refusal);
      expect((thrown as Refusal).code).toMatch(
        /^(fileInflates|fileDamaged|fileUnknown|submissionUnreadable)$/,
      );
      expect((thrown as Refusal).message).toContain('炸弹');
      expect(milliseconds).toBeLessThan(1000);
      expect(megabytes).toBeLessThan(150);
    },
  );
});

describe('names of entries that lead elsewhere', () => {
  const names: (string | Buffer)[] = [
    '../evil.txt',
    'a/../../evil.txt',
    '..\\evil.txt',
    '/etc/evil.txt',
    'C:\\evil.txt',
    'C:evil.txt',
    '\\\\server\\share\\evil.txt',
    '//server/share/evil.txt',
    'evil\0.txt',
    'evil\n.txt',
    Buffer.from([0x65, 0xff, 0xfe, 0x2e]),
  ];

  test.each(names)('%j are refused', async (path) => {
    const zip = forgedZip([await packedText(path, 'evil')]);
    for (const limits of [sheetLimits, submissionLimits])
      await expect(readZip('报名表.zip', zip, limits)).rejects.toMatchObject({ code: 'fileDamaged' });
    for (const kind of ['sheets', 'package'] satisfies (keyof ReadingTasks)[])
      await expect(thread.run(kind, { name: '报名表.zip', bytes: zip })).rejects.toBeInstanceOf(Refusal);
  });

  test.each([
    ['twice the same', ['a.txt', 'a.txt']],
    ['one file where case does not count', ['a.txt', 'A.TXT']],
    ['one file where accents are composed', ['é.txt', 'e\u0301.txt']],
  ])('%s are refused', async (_, paths) => {
    const zip = forgedZip(await Promise.all(paths.map((path) => packedText(path, path))));
    await expect(readZip('报名表.zip', zip, sheetLimits)).rejects.toMatchObject({ code: 'fileDamaged' });
  });

  test('a content that is not as its checksum says is refused', async () => {
    const entry = await packedText('a.txt', '张三');
    const zip = forgedZip([{ ...entry, crc: entry.crc ^ 1 }]);
    await expect(readZip('报名表.zip', zip, sheetLimits)).rejects.toMatchObject({ code: 'fileDamaged' });
  });

  test.each([
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM1.pdf', '_COM1.pdf'],
    ['报送包. ', '报送包'],
    ['..\\..\\evil', '_.._evil'],
    ['a\0b', 'a_b'],
  ])('a file of ours is never called %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});

/** An .xls as Excel wrote it until 2003: a small file system of sectors and folders. */
async function oldWorkbook(): Promise<Buffer> {
  const tidy = await readFile(join(import.meta.dirname, '../fixtures/rosters/tidy.xlsx'));
  return write(read(tidy), { bookType: 'biff8', type: 'buffer' }) as Buffer;
}

const sectorBytes = 512;
const startOf = (sector: number) => (sector + 1) * sectorBytes;

const circles: Record<string, (file: Buffer) => void> = {
  'whose sectors follow themselves': (file) => {
    const table = startOf(file.readUInt32LE(76));
    for (let sector = 0; sector < sectorBytes / 4; sector += 1)
      file.writeUInt32LE(sector, table + sector * 4);
  },
  'whose sectors follow each other': (file) => {
    const table = startOf(file.readUInt32LE(76));
    for (let sector = 0; sector < sectorBytes / 4; sector += 1)
      file.writeUInt32LE(sector ^ 1, table + sector * 4);
  },
  'whose folders hold each other': (file) => {
    const folders = startOf(file.readUInt32LE(48));
    for (let entry = 0; entry < 4; entry += 1) {
      for (const place of [68, 72, 76])
        file.writeUInt32LE((entry + place / 4) % 4, folders + entry * 128 + place);
    }
  },
};

test.each([
  ['sheets', 20],
  ['package', 64],
] as const)('%s of more than %d MB are refused in words before anything reads them', async (kind, limit) => {
  const bytes = new Uint8Array(limit * mebibyte + 1);
  await expect(thread.run(kind, { name: '名册.xlsx', bytes })).rejects.toMatchObject({
    code: 'fileTooLarge',
    message: `名册.xlsx 超过 ${limit} MB，没有打开。请拆分后再导入。`,
  });
});

describe('a file that kills or stalls its reader', () => {
  test.each(Object.keys(circles))('an .xls %s is refused at once', async (name) => {
    const bytes = Buffer.from(await oldWorkbook());
    circles[name]?.(bytes);
    const started = performance.now();
    await expect(thread.run('sheets', { name: '名册.xls', bytes })).rejects.toBeInstanceOf(Refusal);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('takes nothing else down: the next one is read', async () => {
    const nested = `${'['.repeat(2_000_000)}`;
    await expect(
      thread.run('answers', {
        name: '答卷',
        bytes: Buffer.from(nested),
        runId: '',
        keys: { privateKey: '', publicKey: '' },
      }),
    ).rejects.toMatchObject({ code: 'answerFileUnknown' });
    const { sheets } = await thread.run('sheets', { name: 'a.csv', bytes: Buffer.from('姓名\n李四\n') });
    expect(sheets[0]?.rows[1]?.[0]?.text).toBe('李四');
  });
});
