import type { BaseDatabase } from '../database/base-database.ts';
import type { AnyCommand } from '../database/command.ts';
import type { Execute } from '../database/execute.ts';
import type { Outbox } from '../database/outbox.ts';
import type { Vault } from '../database/vault.ts';

export type { BaseDatabase } from '../database/base-database.ts';
export type { AnyCommand, Question } from '../database/command.ts';
export { tablesThatChanged } from '../database/content-proof.ts';
export { lastSequence } from '../database/journal-head.ts';
export type { SaveState } from '../database/outbox.ts';
export type { LearnerRow } from '../database/tables/learner-row.ts';
export type { Vault } from '../database/vault.ts';

/** What whoever is at the desk may do with the base's records. */
export interface RecordsAccess {
  /** For reads; writes through it throw. */
  database: BaseDatabase;
  /** Lets personal data be read and written, once somebody has signed in; null locks it again. */
  unlock(vault: Vault | null): void;
  execute: Execute;
  /** Where what was done stands on its way to the journal file. */
  outbox: Outbox;
  /** Every command, by its name: what the history calls its entries and how they are taken back. */
  commands: ReadonlyMap<string, AnyCommand>;
}
