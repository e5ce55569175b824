import { existsSync } from 'node:fs';
import { appendFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { flatFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { packageFiles } from '../../../shared/exchange/submission/manifest.ts';
import { refusal } from '../../../shared/refusals/index.ts';
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
/** Packages on their way into the store, by the file they came in. */
export interface Staging {
  run: string;
  packages: Map<string, z.infer<typeof takenPackage>>;
}
export type StoredPackage = z.infer<typeof takenPackage> & TakenPackage & { run: string; on: string };

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
        ? line.packages.map((one) => ({ ...one, run: line.run, on: line.on }))
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

  /** Begins to take packages: nothing counts of what is staged until it is taken. */
  async beginStaging(): Promise<Staging> {
    await this.clearStaging();
    return { run: uuid(), packages: new Map() };
  }

  /** Puts the tables of a package where they wait to be taken. */
  async stage(staging: Staging, file: string, opened: OpenedPackage): Promise<void> {
    const { run } = staging;
    const { base, period, sequence } = opened.manifest;
    const stem = `${partitionOf(opened)}/${period.from}_${period.to}_${sequence}_${run}.parquet`;
    const about = {
      base_code: base.code,
      base_name: base.name,
      region_code: base.regionCode,
      period_from: period.from,
      period_to: period.to,
      sequence,
    };
    const rows = flatFigures(opened.statistics).map((figure) => ({ ...about, ...figure }));
    await this.put(run, `figures/${stem}`, parquetOf(figureColumns, rows));
    const ledger = opened.files.get(packageFiles.ledgerParquet);
    if (ledger) await this.put(run, `ledger/${stem}`, ledger);
    staging.packages.set(file, {
      baseCode: base.code,
      baseName: base.name,
      region: base.regionCode,
      from: period.from,
      to: period.to,
      sequence,
      manifestHash: opened.manifestHash,
      people: opened.statistics.totals.people,
      personTimes: opened.statistics.totals.personTimes,
      figures: `figures/${stem}`,
      ledger: ledger ? `ledger/${stem}` : null,
    });
  }

  /** Takes staged packages whole: their files first, then the one line that makes them count. */
  async take({ run, packages }: Staging, files: readonly string[], on: string): Promise<void> {
    const taken = files.flatMap((file) => packages.get(file) ?? []);
    for (const { figures, ledger } of taken) {
      for (const path of [figures, ledger]) {
        if (path === null) continue;
        await mkdir(dirname(join(this.folder, path)), { recursive: true });
        await rename(join(this.stagingFolder, run, path), join(this.folder, path));
      }
    }
    await this.append({ kind: 'taken', run, on, packages: taken });
    await this.clearStaging();
  }

  private get stagingFolder(): string {
    return join(this.folder, '.staging');
  }

  private async put(run: string, path: string, content: Uint8Array): Promise<void> {
    const place = join(this.stagingFolder, run, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
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

  /** Throws away what is staged, or was left by a run that was interrupted. */
  async clearStaging(): Promise<void> {
    await rm(this.stagingFolder, { recursive: true, force: true });
  }
}
