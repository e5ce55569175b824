import Dexie, { type DBCore, type EntityTable, type Table } from 'dexie';
import { refusal } from '../../shared/refusals/index.ts';
import { version7 } from './migrations/version-7.ts';
import type { ContentProof, Derivation, JournalRow, Rows, TableName } from './rows.ts';
import { tableNames } from './rows.ts';
import type { Vault } from './vault.ts';

export const schemaVersion = 7;

type Tables = { [Name in TableName]: Table<Rows[Name], string> } & {
  journal: EntityTable<JournalRow, 'sequence'>;
  proofs: EntityTable<ContentProof, 'id'>;
  derivations: EntityTable<Derivation, 'id'>;
};

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

/** The base's database in this browser. Writes wait until they are on the disk. */
export class BaseDatabase extends Dexie {
  private opened: Vault | null = null;

  constructor(name: string, factory: IDBFactory = indexedDB) {
    super(name, { chromeTransactionDurability: 'strict', indexedDB: factory, IDBKeyRange });
    this.version(schemaVersion).stores(version7);
    this.use({ stack: 'dbcore', name: 'write-guard', create: guardWrites });
  }

  /** Lets personal data be read and written, once somebody has signed in; null locks it again. */
  unlock(vault: Vault | null): void {
    this.opened = vault;
  }

  /** @throws Refusal keysLocked before anybody has signed in */
  get vault(): Vault {
    if (!this.opened) throw refusal('keysLocked');
    return this.opened;
  }

  get rows(): Tables {
    return this as unknown as Tables;
  }

  /** Every table that a command may touch, for the scope of its transaction. */
  static readonly written = [...tableNames, 'journal', 'proofs', 'derivations'];

  /** Lets the running transaction write. Only `execute` and the journal's replay call this. */
  static allowWrites(): void {
    const current = Dexie.currentTransaction as { idbtrans?: object } | null;
    if (!current?.idbtrans) throw new Error('no transaction is open');
    writers.add(current.idbtrans);
  }
}
