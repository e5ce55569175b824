import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AuthorityState, TakingReport } from '../../../shared/contract/authority.ts';
import { civilDateAt } from '../../../shared/domain/base/civil-date.ts';
import type { RegionTables } from '../../../shared/domain/base/region-tables.ts';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import { keyFingerprint } from '../../../shared/exchange/submission/authority-card.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { makeFolder, moveFile, replaceFile } from '../disk/files.ts';
import { listIfThere } from '../disk/read.ts';
import { safeFileName } from '../files/produced-files.ts';
import type { ReadingThread } from '../reading/tasks.ts';
import type { Job } from '../threads/jobs.ts';
import { AuthorityKeys } from './authority-keys.ts';
import { type RegionReport, regionReport, writeReport } from './region-report.ts';
import { AuthorityStore } from './store.ts';
import { type OpenPackage, packageEnding, readIncoming, registerKeys, takeFolder } from './take-folder.ts';

const settings = z.object({ name: z.string() });

/** Between two packages is where it ends when it is cancelled. */
function betweenPackages({ signal, progress }: Job) {
  return (done: number, total: number) => {
    signal.throwIfAborted();
    progress(done, total);
  };
}

/** What an authority does at its desk: an inbox of packages, the store, and what goes back. */
export class AuthorityDesk {
  private readonly store: AuthorityStore;
  private readonly inbox: string;
  private readonly receipts: string;
  private readonly settingsPath: string;

  constructor(
    private readonly folder: string,
    private readonly reading: Pick<ReadingThread, 'run'>,
    private readonly now: () => number = Date.now,
  ) {
    this.store = new AuthorityStore(join(folder, 'store'));
    this.inbox = join(folder, 'inbox');
    this.receipts = join(folder, 'receipts');
    this.settingsPath = join(folder, 'authority-settings.json');
  }

  private async name(): Promise<string> {
    const text = await readFile(this.settingsPath, 'utf8').catch(() => null);
    return text === null ? '' : settings.parse(JSON.parse(text)).name;
  }

  private async mustHaveName(): Promise<string> {
    const name = await this.name();
    if (name === '') throw refusal('authorityNameMissing');
    return name;
  }

  async rename(name: string): Promise<void> {
    await makeFolder(this.folder);
    await replaceFile(this.settingsPath, JSON.stringify({ name }));
  }

  private async waiting(): Promise<string[]> {
    await makeFolder(this.inbox);
    return (await readdir(this.inbox)).filter((name) => packageEnding.test(name)).sort();
  }

  async describe(): Promise<AuthorityState> {
    const [waiting, packages, current, keys] = await Promise.all([
      this.waiting(),
      this.store.packages(),
      this.store.current(),
      this.store.keys(),
    ]);
    const runs = new Map<string, { run: string; on: string; packages: number }>();
    for (const { run, on } of packages) {
      const known = runs.get(run) ?? { run, on, packages: 0 };
      runs.set(run, { ...known, packages: known.packages + 1 });
    }
    const periods = new Map<string, { period: Period; bases: number }>();
    for (const { from, to } of current) {
      const known = periods.get(`${from} ${to}`) ?? { period: { from, to }, bases: 0 };
      periods.set(`${from} ${to}`, { ...known, bases: known.bases + 1 });
    }
    return {
      inbox: this.inbox,
      receipts: this.receipts,
      waiting,
      fingerprint: keyFingerprint((await AuthorityKeys.of(this.store.folder)).publicKey),
      name: await this.name(),
      bases: [...keys.keys()].sort(),
      runs: [...runs.values()].reverse(),
      periods: [...periods.values()].sort((one, other) => other.period.from.localeCompare(one.period.from)),
    };
  }

  /** Puts a package into the inbox; one of the same name is replaced. @throws Refusal submissionUnreadable, diskFailure */
  async addToInbox(name: string, bytes: Uint8Array): Promise<void> {
    if (!packageEnding.test(name))
      throw refusal('submissionUnreadable', { name, reason: '不是 .zip 或 .sealed 文件' });
    await makeFolder(this.inbox);
    await replaceFile(join(this.inbox, safeFileName(name)), bytes);
  }

  private readonly open: OpenPackage = (name, bytes) => this.reading.run('package', { name, bytes });

  private async taking(take: boolean, job: Job): Promise<TakingReport> {
    const today = civilDateAt(this.now());
    const { incoming, packages, conflicts, run, taken, done } = await takeFolder(
      this.store,
      this.inbox,
      this.open,
      {
        take,
        today,
        authority: take ? await this.mustHaveName() : '',
        receipts: join(this.receipts, today),
        onRead: betweenPackages(job),
      },
    );
    const keys = await this.store.keys();
    const newBases = new Map(
      incoming.flatMap(({ opened }) => {
        if (!opened || keys.has(opened.manifest.base.code)) return [];
        const { base, key } = opened.manifest;
        const { code, name } = base;
        return [[code, { code, name, fingerprint: keyFingerprint(key.publicKey) }] as const];
      }),
    );
    if (run !== null) await this.putAway(run, done);
    return { packages, conflicts, newBases: [...newBases.values()], run, taken };
  }

  /** Out of the inbox, into a folder of the run: nothing that came in is deleted. */
  private async putAway(run: string, files: readonly string[]): Promise<void> {
    const place = join(this.folder, 'taken', run);
    for (const file of files) await moveFile(join(this.inbox, file), join(place, file));
  }

  /** @throws Refusal cancelled */
  check(job: Job): Promise<TakingReport> {
    return this.taking(false, job);
  }

  /** @throws Refusal authorityNameMissing, cancelled */
  take(job: Job): Promise<TakingReport> {
    return this.taking(true, job);
  }

  /** @throws Refusal cancelled */
  async register(codes: readonly string[], job: Job): Promise<void> {
    const incoming = await readIncoming(this.store, this.inbox, this.open, null, betweenPackages(job));
    await registerKeys(this.store, incoming, codes);
  }

  /** Takes a run back and puts its packages into the inbox again. @throws Refusal notFound */
  async takeBack(run: string): Promise<number> {
    const packages = await this.store.takeBack(run, civilDateAt(this.now()));
    const place = join(this.folder, 'taken', run);
    for (const file of await listIfThere(place)) await moveFile(join(place, file), join(this.inbox, file));
    return packages;
  }

  /** @throws Refusal notFound where nothing of the period was taken */
  async tables(period: Period): Promise<{ tables: RegionTables; missing: string[] }> {
    const { tables, missing } = await this.reportOf(period);
    return { tables, missing };
  }

  /** @throws Refusal notFound where nothing of the period was taken */
  async writeTables(period: Period, path: string): Promise<void> {
    await writeReport(await this.reportOf(period), path);
  }

  private async reportOf(period: Period): Promise<RegionReport & { tables: RegionTables }> {
    const { tables, ...rest } = await regionReport(this.store, period);
    if (!tables) throw refusal('notFound', { what: '这一期的报送包' });
    return { ...rest, tables };
  }

  /** The text of the authority's card. @throws Refusal authorityNameMissing */
  async card(): Promise<string> {
    return (await AuthorityKeys.of(this.store.folder)).card(await this.mustHaveName());
  }

  async folderOf(folder: 'inbox' | 'receipts'): Promise<string> {
    const path = folder === 'inbox' ? this.inbox : this.receipts;
    await makeFolder(path);
    return path;
  }
}
