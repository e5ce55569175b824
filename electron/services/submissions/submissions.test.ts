import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { Statistics } from '../../../shared/domain/base/statistics.ts';
import { changedFigures, flatFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { packageFiles } from '../../../shared/exchange/submission/manifest.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import { noRecords } from '../../../tests/support/no-records.ts';
import { steadyZip } from '../files/steady-zip.ts';
import { SigningKeys } from '../signing/signing-keys.ts';
import { makePackage, type PackageContent } from './make-package.ts';
import { openPackage } from './open-package.ts';

const signer = new SigningKeys({ rootKey: Buffer.alloc(32, 9) }).signer(1);
const period = { from: '2026-01-01', to: '2026-12-31' };

function counted(about: Partial<Statistics['totals']> = {}): Statistics {
  const none = statisticsOf(noRecords, period);
  return { ...none, totals: { ...none.totals, ...about } };
}

function content(about: Partial<PackageContent> = {}): PackageContent {
  return {
    about: {
      base: {
        code: 'SL01',
        name: '示例市继续教育基地',
        regionCode: '1501',
        approvalNumber: '示人社发〔2018〕12号',
      },
      period,
      sequence: 1,
      replaces: null,
      reason: '',
      changes: [],
      recipient: '示例市人社局',
      madeOn: '2027-01-08',
      ledger: 'none',
    },
    statistics: counted({ sessions: 3, certificatesIssued: 2 }),
    workbook: Buffer.from('xlsx'),
    document: Buffer.from('pdf'),
    ledger: [],
    ...about,
  };
}

describe('a package', () => {
  test('is opened as it was made; the same data gives the same bytes', async () => {
    const made = await makePackage(content(), signer);
    const opened = await openPackage('报送.zip', made.zip);
    expect(opened.statistics).toEqual(content().statistics);
    expect(opened.manifest).toEqual(made.manifest);
    expect(opened.manifestHash).toBe(made.manifestHash);
    expect((await makePackage(content(), signer)).zip.equals(made.zip)).toBe(true);
  });

  test('says the same in JSON, CSV and Parquet', async () => {
    const { files, statistics } = await openPackage('报送.zip', (await makePackage(content(), signer)).zip);
    const figures = flatFigures(statistics);
    const parquet = files.get(packageFiles.parquet)!;
    const file = new Uint8Array(parquet).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.map((row) => ({ ...row, value: Number(row.value) }))).toEqual(figures);
    const csv = Buffer.from(files.get(packageFiles.csv)!).toString('utf8');
    expect(csv.startsWith('\ufefftable,key,label,measure,value\r\n')).toBe(true);
    expect(csv.trim().split('\r\n')).toHaveLength(figures.length + 1);
    expect(csv).toContain('totals,,,sessions,3');
  });

  test('with a ledger lists learners; text that could be run is disarmed', async () => {
    const row = {
      learner: 'p1',
      name: '',
      region: '1501',
      employerKind: 'institution',
      titleLevel: 'senior',
      classNumber: '2026-01',
      classTitle: '=HYPERLINK("x")',
      generalHours: 4,
      professionalHours: 12,
    };
    const about = { ...content().about, ledger: 'pseudonymous' as const };
    const made = await makePackage(content({ about, ledger: [row] }), signer);
    const { files } = await openPackage('报送.zip', made.zip);
    const csv = Buffer.from(files.get(packageFiles.ledgerCsv)!).toString('utf8');
    expect(csv).toContain(`"'=HYPERLINK(""x"")",4,12`);
  });
});

test('the example beside the description of the format is one', async () => {
  const path = join(import.meta.dirname, '../../../docs/submission/example/SL01-2026-1.zip');
  const { manifest, statistics } = await openPackage('SL01-2026-1.zip', await readFile(path));
  expect(manifest).toMatchObject({ base: { code: 'SL01' }, sequence: 1 });
  expect(statistics.totals.people).toBe(16);
});

describe('what was touched is refused, with the reason', () => {
  test('at every byte of it', async () => {
    const { zip } = await makePackage(content(), signer);
    const accepted: number[] = [];
    for (let offset = 0; offset < zip.length; offset += 1) {
      const altered = Buffer.from(zip);
      altered[offset] = (altered[offset] ?? 0) ^ (1 << (offset % 8));
      await openPackage('报送.zip', altered).then(
        () => accepted.push(offset),
        (thrown: { code?: string }) => {
          if (!/^(submissionUnreadable|file)/.test(thrown.code ?? '')) throw thrown;
        },
      );
    }
    expect(accepted).toEqual([]);
  }, 120_000);

  async function repacked(change: (files: Map<string, Uint8Array>) => void): Promise<Buffer> {
    const { files } = await openPackage('报送.zip', (await makePackage(content(), signer)).zip);
    const copy = new Map(files);
    change(copy);
    return steadyZip(copy, false);
  }

  test.each([
    [
      'a file more',
      (files: Map<string, Uint8Array>) => files.set('more.txt', Buffer.from('x')),
      '里面的文件和清单不一致',
    ],
    [
      'a file less',
      (files: Map<string, Uint8Array>) => files.delete(packageFiles.csv),
      '里面的文件和清单不一致',
    ],
    [
      'other figures',
      (files: Map<string, Uint8Array>) => files.set(packageFiles.statistics, Buffer.from('{}')),
      '被改动过',
    ],
    [
      'no manifest',
      (files: Map<string, Uint8Array>) => files.delete(packageFiles.manifest),
      '里面没有报送清单或签名',
    ],
    [
      'a manifest of a later version',
      (files: Map<string, Uint8Array>) =>
        files.set(packageFiles.manifest, Buffer.from('{"format":"jidi-submission","version":2}\n')),
      '格式不对',
    ],
  ])('%s', async (_, change, reason) => {
    const zip = await repacked(change);
    await expect(openPackage('报送.zip', zip)).rejects.toMatchObject({
      code: 'submissionUnreadable',
      message: expect.stringContaining(reason),
    });
  });

  test('figures that contradict each other, even where they are signed', async () => {
    const statistics = counted({ people: 5, personTimes: 3 });
    const { zip } = await makePackage(content({ statistics }), signer);
    await expect(openPackage('报送.zip', zip)).rejects.toMatchObject({
      message: expect.stringContaining('培训人数 5 多于人次 3'),
    });
  });
});

test('a correction names every figure that changed, and no other', () => {
  const [before, after] = [counted({ sessions: 3 }), counted({ sessions: 4, receivedFen: 100 })];
  expect(changedFigures(before, after)).toEqual([
    { table: 'totals', key: '', label: '', measure: 'sessions', before: 3, after: 4 },
    { table: 'totals', key: '', label: '', measure: 'receivedFen', before: 0, after: 100 },
  ]);
  expect(changedFigures(before, before)).toEqual([]);
});
