import type { ReadTables } from './read-tables.ts';
import type { Vault } from './vault.ts';

/** The base's database as everybody but `execute` sees it: for reading. */
export interface BaseDatabase {
  readonly name: string;
  readonly rows: ReadTables;
  /** Opens personal data. @throws Refusal keysLocked before anybody has signed in */
  readonly vault: Vault;
}
