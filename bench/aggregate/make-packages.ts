import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { SigningKeys } from '../../electron/services/signing/signing-keys.ts';
import { makePackage } from '../../electron/services/submissions/make-package.ts';
import { monthPeriod } from '../../shared/domain/base/period.ts';
import { regions } from '../../shared/domain/people/region.ts';
import { flatFigures } from '../../shared/exchange/submission/flat-figures.ts';
import type { LedgerRow } from '../../shared/exchange/submission/manifest.ts';
import { counted } from '../../tests/support/packed-base.ts';

export const months = 12;
export const learnersABase = 3000;
/** Of a base's learners, how many the next base trains too. */
const shared = learnersABase / 10;
const year = 2026;

function ledgerOf(base: number): LedgerRow[] {
  return Array.from({ length: learnersABase }, (_, at) => ({
    learner: createHash('sha256')
      .update(String(base * (learnersABase - shared) + at))
      .digest('hex')
      .slice(0, 32),
    name: '',
    region: '1501',
    employerKind: 'institution',
    titleLevel: 'intermediate',
    classNumber: `2026-${at % 40}`,
    classTitle: `知识更新培训班第 ${at % 40} 期`,
    generalHours: at % 3,
    professionalHours: 4 + (at % 5),
  }));
}

/** Where the files of a base lie: its packages, and the same rows bare. */
export function foldersOf(root: string, base: number) {
  const folder = join(root, String(base).padStart(4, '0'));
  return { packages: join(folder, 'packages'), bare: join(folder, 'bare') };
}

/** Twelve packages of a base with their ledgers, and the same rows as bare CSV for the peer. */
export async function makeBase(root: string, base: number): Promise<void> {
  const { packages, bare } = foldersOf(root, base);
  await mkdir(packages, { recursive: true });
  await mkdir(bare, { recursive: true });
  const code = `B${String(base).padStart(4, '0')}`;
  const codes = Object.keys(regions) as (keyof typeof regions)[];
  const regionCode = codes[base % codes.length];
  if (!regionCode) throw new Error('no regions');
  const ledger = ledgerOf(base);
  const signer = new SigningKeys({ rootKey: Buffer.alloc(32, base % 251) }).signer(1);
  for (let month = 1; month <= months; month += 1) {
    const period = monthPeriod(year, month);
    const statistics = counted(learnersABase, learnersABase + month, 18_000 + month, period);
    const { zip } = await makePackage(
      {
        about: {
          base: { code, name: `基地${base}`, regionCode, approvalNumber: '' },
          period,
          sequence: 1,
          replaces: null,
          reason: '',
          changes: [],
          recipient: '自治区人社厅',
          madeOn: '2027-01-08',
          ledger: 'pseudonymous',
        },
        statistics,
        workbook: Buffer.alloc(20_000, base),
        document: Buffer.alloc(60_000, month),
        ledger,
      },
      signer,
    );
    await writeFile(join(packages, `${code} ${month}.zip`), zip);
    const about = {
      base_code: code,
      base_name: `基地${base}`,
      region_code: regionCode,
      period_from: period.from,
      period_to: period.to,
    };
    const figures = flatFigures(statistics).map((figure) => ({ ...about, ...figure }));
    await writeFile(join(bare, `figures-${month}.csv`), Papa.unparse(figures));
    const rows = ledger.map(({ learner, generalHours, professionalHours }) => ({
      base: code,
      learner,
      generalHours,
      professionalHours,
    }));
    await writeFile(join(bare, `ledger-${month}.csv`), Papa.unparse(rows));
  }
}
