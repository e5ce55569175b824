import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { packageFiles } from '../../../shared/exchange/submission/manifest.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { AppendLog } from '../disk/append-log.ts';
import { type Disk, realDisk } from '../disk/disk.ts';
import { makeFolder, moveAll, removeFile, removeFolder, writePart } from '../disk/files.ts';
import { listIfThere, readIfThere } from '../disk/read.ts';
import { Settings } from '../disk/settings.ts';
import { hashOf } from '../sealed-files/sealed-files.ts';
import type { OpenedPackage } from '../submissions/open-package.ts';
import { figuresParquet } from './figures-parquet.ts';
import {
  filesOf,
  logLine,
  type StoredFile,
  type StoredPackage,
  type TakenFigures,
  type TakenRun,
} from './taken-log.ts';

const registeredKeys = z.record(z.string(), z.array(z.string()));

/** Packages on their way into the store, by the file they came in. */
export interface Staging {
  run: string;
  packages: Map<string, TakenFigures>;
}
/** Where a base's figures of a period lie: partitioned by year, region and base, as engines expect it. */
function partitionOf({ manifest }: OpenedPackage): string {
  const { base, period } = manifest;
  return `year=${period.from.slice(0, 4)}/region=${base.regionCode}/base=${base.code}`;
}

/**
 * The authority's packages: Parquet files by partition, and a log that says which of them count.
 *
 * A run is staged under `.staging/<run>`, its files go to their places, one line of the log makes it count, then
 * its acknowledgements go out. Whatever ends it in between, `settle` finishes a run that counts and takes away one that
 * does not.
 */
export class AuthorityStore {
  private readonly log: AppendLog<typeof logLine>;
  private readonly registered: Settings<typeof registeredKeys>;

  constructor(
    readonly folder: string,
    /** Where acknowledgements go, by the day they were given. */
    private readonly acknowledgements = join(folder, 'acknowledgements'),
    readonly disk: Disk = realDisk,
  ) {
    this.log = new AppendLog(join(folder, 'taken.jsonl'), logLine, disk);
    this.registered = new Settings(join(folder, 'keys.json'), registeredKeys, {}, disk);
  }

  private async runs() {
    const lines = await this.log.read();
    const back = new Set(lines.flatMap((line) => (line.kind === 'takenBack' ? [line.run] : [])));
    const taken = lines.filter((line) => line.kind === 'taken');
    return {
      counted: taken.filter(({ run }) => !back.has(run)),
      takenBack: taken.filter(({ run }) => back.has(run)),
    };
  }

  /** Every package that counts, in the order they were taken; what was taken back does not. */
  async packages(): Promise<StoredPackage[]> {
    const { counted } = await this.runs();
    return counted.flatMap(({ run, on, packages }) => packages.map((one) => ({ ...one, run, on })));
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

  /** Compares the files of packages with what was taken. @throws Refusal takenFileDamaged */
  async prove(packages: readonly StoredPackage[]): Promise<void> {
    for (const one of packages) {
      for (const { path, hash } of filesOf(one)) {
        const place = join(this.folder, path);
        const bytes = await readIfThere(place, this.disk);
        if (bytes === null || hashOf(bytes) !== hash)
          throw refusal('takenFileDamaged', { path: place, base: one.baseName, on: one.on });
      }
    }
  }

  /** Begins to take packages: nothing counts of what is staged until it is taken. */
  async beginStaging(): Promise<Staging> {
    await this.settle();
    return { run: uuid(), packages: new Map() };
  }

  private stagingOf(run: string): string {
    return join(this.folder, '.staging', run);
  }

  private async put(run: string, path: string, content: Uint8Array | string): Promise<void> {
    const place = join(this.stagingOf(run), path);
    await makeFolder(dirname(place), this.disk);
    await writePart(place, content, this.disk);
  }

  /** Puts the tables of a package where they wait to be taken, on the disk. @throws Refusal diskFailure */
  async stage(staging: Staging, file: string, opened: OpenedPackage): Promise<void> {
    const { run } = staging;
    const { base, period, sequence } = opened.manifest;
    const stem = `${partitionOf(opened)}/${period.from}_${period.to}_${sequence}_${run}.parquet`;
    const stored = async (path: string, content: Uint8Array): Promise<StoredFile> => {
      await this.put(run, path, content);
      return { path, hash: hashOf(content) };
    };
    const ledger = opened.files.get(packageFiles.ledgerParquet);
    staging.packages.set(file, {
      file,
      baseCode: base.code,
      baseName: base.name,
      region: base.regionCode,
      from: period.from,
      to: period.to,
      sequence,
      manifestHash: opened.manifestHash,
      people: opened.statistics.totals.people,
      personTimes: opened.statistics.totals.personTimes,
      figures: await stored(`figures/${stem}`, figuresParquet(opened)),
      ledger: ledger ? await stored(`ledger/${stem}`, ledger) : null,
    });
  }

  /** Puts an acknowledgement where it waits until its package is taken. */
  stageAcknowledgement({ run }: Staging, name: string, text: string): Promise<void> {
    return this.put(run, join('acknowledgements', name), text);
  }

  /** Takes staged packages whole: their files first, then the one line that makes them count, then acknowledgements. */
  async take({ run, packages }: Staging, files: readonly string[], on: string): Promise<void> {
    const taken = files.flatMap((file) => packages.get(file) ?? []);
    const moves = taken
      .flatMap(filesOf)
      .map(({ path }) => [join(this.stagingOf(run), path), join(this.folder, path)] as const);
    await moveAll(moves, this.disk);
    await this.log.append({ kind: 'taken', run, on, packages: taken });
    await this.settle();
  }

  /** Takes a whole run back: from then on nothing of it counts. @throws Refusal notFound */
  async takeBack(run: string, on: string): Promise<number> {
    const own = (await this.packages()).filter((one) => one.run === run);
    if (own.length === 0) throw refusal('notFound', { what: `收取 ${run}` });
    await this.log.append({ kind: 'takenBack', run, on });
    await this.settle();
    return own.length;
  }

  /** Ends what was cut short: afterwards nothing is staged, and only files of what counts are there. */
  async settle(): Promise<void> {
    const { counted, takenBack } = await this.runs();
    const staging = join(this.folder, '.staging');
    for (const run of await listIfThere(staging, this.disk)) {
      const line = counted.find((one) => one.run === run);
      if (line) await this.sendAcknowledgements(line);
      else await this.removeAll(await this.placedOf(run));
    }
    if (await this.disk.exists(staging)) await removeFolder(staging, this.disk);
    await this.removeAll(
      takenBack.flatMap(({ packages }) => packages.flatMap(filesOf)).map(({ path }) => path),
    );
  }

  private async sendAcknowledgements({ run, on }: TakenRun): Promise<void> {
    const waiting = join(this.stagingOf(run), 'acknowledgements');
    const names = await listIfThere(waiting, this.disk);
    const moves = names.map((name) => [join(waiting, name), join(this.acknowledgements, on, name)] as const);
    await moveAll(moves, this.disk);
  }

  /** Files of a run that have their places though nothing says that they count. */
  private async placedOf(run: string): Promise<string[]> {
    const found: string[] = [];
    for (const kind of ['figures', 'ledger']) {
      if (!(await this.disk.exists(join(this.folder, kind)))) continue;
      const names = await readdir(join(this.folder, kind), { recursive: true });
      found.push(...names.filter((name) => name.endsWith(`_${run}.parquet`)).map((name) => join(kind, name)));
    }
    return found;
  }

  private async removeAll(paths: readonly string[]): Promise<void> {
    for (const path of paths) await removeFile(join(this.folder, path), this.disk);
  }

  /** The keys of bases as the authority registered them: `keys.json`, base code to a list of hexadecimal keys. */
  async keys(): Promise<Map<string, string[]>> {
    return new Map(Object.entries(await this.registered.read()));
  }

  saveKeys(keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const saved = Object.fromEntries([...keys].map(([code, own]) => [code, [...own]]));
    return this.registered.change(() => saved);
  }
}
