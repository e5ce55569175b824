import type { RegionTables } from '../../../shared/domain/base/region-tables.ts';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import { regionWorkbook } from '../../../shared/papers/base/region-sheet.ts';
import { writeWorkbook } from '../sheets/write-sheet.ts';
import { regionTables } from './region-tables.ts';
import type { AuthorityStore } from './store.ts';

/** What a period came to: its tables, null where nothing was taken, and registered bases that have not reported. */
export interface RegionReport {
  bases: number;
  tables: RegionTables | null;
  /** Codes. */
  missing: string[];
}

/** Computes a period's tables from all that counts in the store. @throws Refusal takenFileDamaged */
export async function regionReport(store: AuthorityStore, { from, to }: Period): Promise<RegionReport> {
  const current = await store.current();
  const packages = current.filter((one) => one.from === from && one.to === to);
  const reported = new Set(packages.map(({ baseCode }) => baseCode));
  const missing = [...(await store.keys()).keys()].filter((code) => !reported.has(code)).sort();
  if (packages.length > 0) await store.prove(current);
  const tables = packages.length === 0 ? null : await regionTables(store.folder, packages, current);
  return { bases: packages.length, tables, missing };
}

/** Writes the region's tables of a period as one workbook; nothing where there are none. */
export async function writeReport({ tables, missing }: RegionReport, path: string): Promise<void> {
  if (!tables) return;
  await writeWorkbook(path, regionWorkbook(tables, missing));
}
