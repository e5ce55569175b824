import { existsSync } from 'node:fs';
import { appendFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { refusal } from '../../../shared/domain/refusal.ts';
import { flatFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { packageFiles } from '../../../shared/exchange/submission/manifest.ts';
import type { OpenedPackage } from '../submissions/open-package.ts';
import { type Columns, parquetOf } from '../submissions/tables.ts';
import type { TakenPackage } from './conflicts.ts';

const takenPackage = z.object({
  baseCode: z.string(),
  baseName: z.string(),
  region: z.string(),
  from: z.string(),
  to: z.string(),
  sequence: z.number().int(),
  manifestHash: z.string(),
  people: z.number().int(),
  personTimes: z.number().int(),
  figures: z.string(),
  ledger: z.string().nullable(),
});
const logLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), run: z.uuid(), on: z.string(), packages: z.array(takenPackage) }),
  z.object({ kind: z.literal('takenBack'), run: z.uuid(), on: z.string() }),
]);
type LogLine = z.infer<typeof logLine>;
export type StoredPackage = z.infer<typeof takenPackage> & TakenPackage & { run: string };

const figureColumns: Columns = [
  ['base_code', 'text'],
  ['base_name', 'text'],
  ['region_code', 'text'],
  ['period_from', 'text'],
  ['period_to', 'text'],
  ['sequence', 'integer'],
  ['table', 'text'],
  ['key', 'text'],
  ['label', 'text'],
  ['measure', 'text'],
  ['value', 'integer'],
];

/** Where a base's figures of a period lie: partitioned by year, region and base, as engines expect it. */
function partitionOf({ manifest }: OpenedPackage): string {
  const { base, period } = manifest;
  return `year=${period.from.slice(0, 4)}/region=${base.regionCode}/base=${base.code}`;
}

/** The authority's packages: Parquet files by partition, and a log that says which of them count. */
export class AuthorityStore {
  constructor(readonly folder: string) {}

  private get log(): string {
    return join(this.folder, 'taken.jsonl');
  }

  private async lines(): Promise<LogLine[]> {
    const text = existsSync(this.log) ? await readFile(this.log, 'utf8') : '';
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => logLine.parse(JSON.parse(line)));
  }

  /** Every package that counts, in the order they were taken; what was taken back does not. */
  async packages(): Promise<StoredPackage[]> {
    const lines = await this.lines();
    const back = new Set(lines.flatMap((line) => (line.kind === 'takenBack' ? [line.run] : [])));
    return lines.flatMap((line) =>
      line.kind === 'taken' && !back.has(line.run)
        ? line.packages.map((one) => ({ ...one, run: line.run }))
        : [],
    );
  }

  /** The last of each base and period: what tables are made of. */
  async current(): Promise<StoredPackage[]> {
    const last = new Map<string, StoredPackage>();
    for (const one of await this.packages()) {
      const key = `${one.baseCode} ${one.from} ${one.to}`;
      const known = last.get(key);
      if (!known || known.sequence < one.sequence) last.set(key, one);
    }
    return [...last.values()];
  }

  private async append(line: LogLine): Promise<void> {
    await appendFile(this.log, `${JSON.stringify(line)}\n`);
    const handle = await open(this.log, 'r+');
    await handle.sync();
    await handle.close();
  }

  /** Takes packages whole: their files first, then the one line that makes them count. @returns the run */
  async take(opened: readonly OpenedPackage[], on: string): Promise<string> {
    const run = uuid();
    const staging = join(this.folder, '.staging', run);
    const packages: z.infer<typeof takenPackage>[] = [];
    for (const one of opened) {
      const { base, period, sequence } = one.manifest;
      const stem = `${partitionOf(one)}/${period.from}_${period.to}_${sequence}_${run}.parquet`;
      const about = {
        base_code: base.code,
        base_name: base.name,
        region_code: base.regionCode,
        period_from: period.from,
        period_to: period.to,
        sequence,
      };
      const rows = flatFigures(one.statistics).map((figure) => ({ ...about, ...figure }));
      await this.stage(staging, `figures/${stem}`, parquetOf(figureColumns, rows));
      const ledger = one.files.get(packageFiles.ledgerParquet);
      if (ledger) await this.stage(staging, `ledger/${stem}`, ledger);
      packages.push({
        baseCode: base.code,
        baseName: base.name,
        region: base.regionCode,
        from: period.from,
        to: period.to,
        sequence,
        manifestHash: one.manifestHash,
        people: one.statistics.totals.people,
        personTimes: one.statistics.totals.personTimes,
        figures: `figures/${stem}`,
        ledger: ledger ? `ledger/${stem}` : null,
      });
    }
    for (const { figures, ledger } of packages) {
      for (const path of [figures, ledger]) {
        if (path === null) continue;
        await mkdir(dirname(join(this.folder, path)), { recursive: true });
        await rename(join(staging, path), join(this.folder, path));
      }
    }
    await this.append({ kind: 'taken', run, on, packages });
    await rm(staging, { recursive: true, force: true });
    return run;
  }

  private async stage(staging: string, path: string, content: Uint8Array): Promise<void> {
    await mkdir(dirname(join(staging, path)), { recursive: true });
    await writeFile(join(staging, path), content);
  }

  /** Takes a whole run back: from then on nothing of it counts. @throws Refusal notFound */
  async takeBack(run: string, on: string): Promise<number> {
    const own = (await this.packages()).filter((one) => one.run === run);
    if (own.length === 0) throw refusal('notFound', { what: `收取 ${run}` });
    await this.append({ kind: 'takenBack', run, on });
    for (const { figures, ledger } of own) {
      for (const path of [figures, ledger]) if (path) await rm(join(this.folder, path), { force: true });
    }
    return own.length;
  }

  /** The keys of bases as the authority registered them: `keys.json`, base code to a list of hexadecimal keys. */
  async keys(): Promise<Map<string, string[]>> {
    const path = join(this.folder, 'keys.json');
    if (!existsSync(path)) return new Map();
    const keys = z.record(z.string(), z.array(z.string())).parse(JSON.parse(await readFile(path, 'utf8')));
    return new Map(Object.entries(keys));
  }

  async saveKeys(keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, 'keys.json'), `${JSON.stringify(Object.fromEntries(keys), null, 2)}\n`);
  }

  /** What a run that was interrupted left behind. */
  async clearStaging(): Promise<void> {
    const staging = join(this.folder, '.staging');
    const left = await readdir(staging).catch(() => []);
    for (const name of left) await rm(join(staging, name), { recursive: true, force: true });
  }
}
