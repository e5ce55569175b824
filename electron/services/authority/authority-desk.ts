import { join } from 'node:path';
import { z } from 'zod';
import type { AuthorityState, TakingReport } from '../../../shared/contract/authority.ts';
import { civilDateAt } from '../../../shared/domain/base/civil-date.ts';
import type { RegionTables } from '../../../shared/domain/base/region-tables.ts';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import { keyFingerprint } from '../../../shared/exchange/submission/authority-card.ts';
import { asRefusal, refusal } from '../../../shared/refusals/index.ts';
import { type Disk, realDisk } from '../disk/disk.ts';
import { makeFolder } from '../disk/files.ts';
import { Settings } from '../disk/settings.ts';
import type { ReadingThread } from '../reading/tasks.ts';
import type { Job } from '../threads/jobs.ts';
import { Turns } from '../turns.ts';
import { AuthorityKeys } from './authority-keys.ts';
import { Inbox } from './inbox.ts';
import { type RegionReport, regionReport, writeReport } from './region-report.ts';
import { AuthorityStore } from './store.ts';
import { type OpenPackage, readIncoming, registerKeys, takeFolder } from './take-folder.ts';
import { periodsOf, runsOf } from './taken-log.ts';

const settings = z.object({ name: z.string() });

/** Between two packages is where it ends when it is cancelled. */
function betweenPackages({ signal, progress }: Job) {
  return (done: number, total: number) => {
    signal.throwIfAborted();
    progress(done, total);
  };
}

/** What an authority does at its desk: an inbox of packages, the store, and what goes back. One act at a time. */
export class AuthorityDesk {
  private readonly store: AuthorityStore;
  private readonly inbox: Inbox;
  private readonly acknowledgements: string;
  private readonly settings: Settings<typeof settings>;
  private readonly turns = new Turns();

  constructor(
    folder: string,
    private readonly reading: Pick<ReadingThread, 'run'>,
    private readonly now: () => number = Date.now,
    private readonly disk: Disk = realDisk,
  ) {
    this.acknowledgements = join(folder, 'acknowledgements');
    this.store = new AuthorityStore(join(folder, 'store'), this.acknowledgements, disk);
    this.inbox = new Inbox(folder, disk);
    this.settings = new Settings(join(folder, 'authority-settings.json'), settings, { name: '' }, disk);
  }

  private async name(): Promise<string> {
    return (await this.settings.read()).name;
  }

  private async mustHaveName(): Promise<string> {
    const name = await this.name();
    if (name === '') throw refusal('authorityNameMissing');
    return name;
  }

  rename(name: string): Promise<void> {
    return this.settings.change(() => ({ name }));
  }

  /** Ends what a crash or a full disk cut short, in the store and in the inbox. */
  private async settle(): Promise<void> {
    await this.store.settle();
    await this.inbox.settle(await this.store.packages());
  }

  private act<Result>(act: () => Promise<Result>): Promise<Result> {
    return this.turns.take(async () => {
      await this.settle();
      return act();
    });
  }

  /** How the desk stands. It opens with a damaged file, too, and says which; what needs it is refused. */
  describe(): Promise<AuthorityState> {
    return this.turns.take(async () => {
      const problems = new Set<string>();
      const orTold = <Result>(reading: Promise<Result>, otherwise: Result) =>
        reading.catch((thrown: unknown) => {
          problems.add(asRefusal(thrown).message);
          return otherwise;
        });
      await orTold(this.settle(), undefined);
      const packages = await orTold(this.store.packages(), []);
      const state = {
        inbox: this.inbox.folder,
        acknowledgements: this.acknowledgements,
        waiting: await orTold(this.inbox.waiting(), []),
        fingerprint: await orTold(this.fingerprint(), ''),
        name: await orTold(this.name(), ''),
        bases: [...(await orTold(this.store.keys(), new Map())).keys()].sort(),
        runs: runsOf(packages),
        periods: periodsOf(await orTold(this.store.current(), [])),
      };
      return { ...state, problems: [...problems] };
    });
  }

  private async fingerprint(): Promise<string> {
    return keyFingerprint((await AuthorityKeys.of(this.store.folder, this.disk)).publicKey);
  }

  /** Puts a package into the inbox; one of the same name is replaced. @throws Refusal submissionUnreadable, diskFailure */
  addToInbox(name: string, bytes: Uint8Array): Promise<void> {
    return this.act(() => this.inbox.add(name, bytes));
  }

  private readonly open: OpenPackage = (name, bytes) => this.reading.run('package', { name, bytes });

  private taking(take: boolean, job: Job): Promise<TakingReport> {
    return this.act(async () => {
      const today = civilDateAt(this.now());
      const authority = take ? await this.mustHaveName() : '';
      const choice = { take, today, authority, onRead: betweenPackages(job) };
      const { folder } = this.inbox;
      const report = await takeFolder(this.store, folder, this.open, choice);
      const { incoming, packages, conflicts, run, taken, done } = report;
      const keys = await this.store.keys();
      const newBases = new Map(
        incoming.flatMap(({ opened }) => {
          if (!opened || keys.has(opened.manifest.base.code)) return [];
          const { base, key } = opened.manifest;
          const { code, name } = base;
          return [[code, { code, name, fingerprint: keyFingerprint(key.publicKey) }] as const];
        }),
      );
      if (run !== null) await this.inbox.putAway(run, done);
      return { packages, conflicts, newBases: [...newBases.values()], run, taken };
    });
  }

  /** @throws Refusal cancelled */
  check(job: Job): Promise<TakingReport> {
    return this.taking(false, job);
  }

  /** @throws Refusal authorityNameMissing, logDamaged, settingsUnreadable, keyFileUnusable, diskFailure, cancelled */
  take(job: Job): Promise<TakingReport> {
    return this.taking(true, job);
  }

  /** @throws Refusal cancelled */
  register(codes: readonly string[], job: Job): Promise<void> {
    return this.act(async () => {
      const { folder } = this.inbox;
      const incoming = await readIncoming(this.store, folder, this.open, null, betweenPackages(job));
      await registerKeys(this.store, incoming, codes);
    });
  }

  /** Takes a run back and puts its packages into the inbox again. @throws Refusal notFound */
  takeBack(run: string): Promise<number> {
    return this.act(async () => {
      const packages = await this.store.takeBack(run, civilDateAt(this.now()));
      await this.inbox.settle(await this.store.packages());
      return packages;
    });
  }

  /** @throws Refusal notFound where nothing of the period was taken; takenFileDamaged */
  async tables(period: Period): Promise<{ tables: RegionTables; missing: string[] }> {
    const { tables, missing } = await this.reportOf(period);
    return { tables, missing };
  }

  /** @throws Refusal notFound where nothing of the period was taken; takenFileDamaged */
  async writeTables(period: Period, path: string): Promise<void> {
    await writeReport(await this.reportOf(period), path);
  }

  private async reportOf(period: Period): Promise<RegionReport & { tables: RegionTables }> {
    const { tables, ...rest } = await this.act(() => regionReport(this.store, period));
    if (!tables) throw refusal('notFound', { what: '这一期的报送包' });
    return { ...rest, tables };
  }

  /** The text of the authority's card. @throws Refusal authorityNameMissing, keyFileUnusable */
  async card(): Promise<string> {
    const name = await this.mustHaveName();
    return (await AuthorityKeys.of(this.store.folder, this.disk)).card(name);
  }

  async folderOf(folder: 'inbox' | 'acknowledgements'): Promise<string> {
    const path = folder === 'inbox' ? this.inbox.folder : this.acknowledgements;
    await makeFolder(path);
    return path;
  }
}
