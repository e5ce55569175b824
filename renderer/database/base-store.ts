import Dexie, { type DBCore, type Table } from 'dexie';
import { refusal } from '../../shared/refusals/index.ts';
import type { BaseDatabase } from './base-database.ts';
import type { ContentProof, Derivation, JournalRow } from './bookkeeping.ts';
import type { ReadTables } from './read-tables.ts';
import { type Rows, type TableName, tableNames } from './rows.ts';
import { type SchemaVersion, schemaVersions, writtenTables } from './schema.ts';
import type { Vault } from './vault.ts';

/** Transactions that `execute` (or a replay) has opened; no other may write. */
const writers = new WeakSet<object>();

/** Refuses every write that does not come through `execute`: going round it throws. */
function guardWrites(core: DBCore): DBCore {
  return {
    ...core,
    table(name) {
      const table = core.table(name);
      return {
        ...table,
        mutate(request) {
          if (!writers.has(request.trans) && (request.trans as IDBTransaction).mode !== 'versionchange') {
            return Promise.reject(new Error(`${name} can only be written by execute`));
          }
          return table.mutate(request);
        },
      };
    },
  };
}

/** Keeps what a store holds besides its rows: the journal, the proof of its content, and how its ledger stands. */
interface Bookkeeping {
  readonly journal: Table<JournalRow, number>;
  readonly proofs: Table<ContentProof, string>;
  readonly derivations: Table<Derivation, string>;
}

type OwnTables = { readonly [Name in TableName]: Table<Rows[Name], string> };

/** Whether every table of a base is among these. */
function hasAll(opened: Readonly<Record<string, object>>): opened is OwnTables {
  return tableNames.every((name) => Object.hasOwn(opened, name));
}

/** The base's database in this browser, as what writes it sees it. Writes wait until they are on the disk. */
export class BaseStore extends Dexie implements BaseDatabase {
  private opened: Vault | null = null;
  private readonly own: OwnTables;
  readonly bookkeeping: Bookkeeping;
  readonly rows: ReadTables;

  constructor(
    name: string,
    factory: IDBFactory = indexedDB,
    versions: readonly SchemaVersion[] = schemaVersions,
  ) {
    super(name, { chromeTransactionDurability: 'strict', indexedDB: factory, IDBKeyRange });
    for (const { version, stores, upgrade } of versions) {
      const declared = this.version(version).stores({ ...stores });
      if (upgrade) declared.upgrade(upgrade);
    }
    this.use({ stack: 'dbcore', name: 'write-guard', create: guardWrites });
    this.bookkeeping = {
      journal: this.table('journal'),
      proofs: this.table('proofs'),
      derivations: this.table('derivations'),
    };
    const opened = Object.fromEntries(this.tables.map((table) => [table.name, table]));
    if (!hasAll(opened)) throw new Error('a table was not opened');
    this.own = opened;
    this.rows = { ...opened, ...this.bookkeeping };
  }

  /** The rows of a table, for writing; the guard refuses what no command does. */
  rowsOf<Name extends TableName>(name: Name): Table<Rows[Name], string> {
    return this.own[name];
  }

  /** Lets personal data be read and written, once somebody has signed in; null locks it again. */
  unlock(vault: Vault | null): void {
    this.opened = vault;
  }

  get vault(): Vault {
    if (!this.opened) throw refusal('keysLocked');
    return this.opened;
  }

  /** Runs an act within one strict transaction that may write; only `execute`, replay and ledger ask for one. */
  write<Result>(act: () => Promise<Result>): Promise<Result> {
    return this.transaction('rw', [...writtenTables], async () => {
      const current = Dexie.currentTransaction as { idbtrans?: object } | null;
      if (!current?.idbtrans) throw new Error('no transaction is open');
      writers.add(current.idbtrans);
      return act();
    });
  }
}
