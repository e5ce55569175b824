import Dexie, { type DBCore, type EntityTable, type Table } from 'dexie';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { version1 } from './migrations/version-1.ts';
import type { Rows, TableName } from './rows.ts';

export const schemaVersion = 1;

type Tables = { [Name in TableName]: Table<Rows[Name], string> } & {
  journal: EntityTable<JournalEntry, 'sequence'>;
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
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores(version1);
    this.use({ stack: 'dbcore', name: 'write-guard', create: guardWrites });
  }

  get rows(): Tables {
    return this as unknown as Tables;
  }

  /** Lets the running transaction write. Only `execute` and the journal's replay call this. */
  static allowWrites(): void {
    const current = Dexie.currentTransaction as { idbtrans?: object } | null;
    if (!current?.idbtrans) throw new Error('no transaction is open');
    writers.add(current.idbtrans);
  }
}
