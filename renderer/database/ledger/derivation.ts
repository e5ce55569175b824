import type { BaseDatabase } from '../base-database.ts';
import type { BaseStore } from '../base-store.ts';

/** Counted up whenever the rules that the derived tables follow from become others. */
const rulesVersion = 1;

/** Notes, within a transaction, that the ledger does not follow from what is there any more. */
export async function markLedgerStale(store: BaseStore): Promise<void> {
  await store.bookkeeping.derivations.put({ id: 'ledger', version: rulesVersion, current: false });
}

/** Notes, within a transaction, that it does. */
export async function markLedgerCurrent(store: BaseStore): Promise<void> {
  await store.bookkeeping.derivations.put({ id: 'ledger', version: rulesVersion, current: true });
}

/** Whether the ledger follows, by the rules of this version, from what the database holds. */
export async function isLedgerCurrent(database: BaseDatabase): Promise<boolean> {
  const derivation = await database.rows.derivations.get('ledger');
  return derivation?.current === true && derivation.version === rulesVersion;
}
