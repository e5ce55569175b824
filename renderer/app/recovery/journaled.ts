import type { JournalFile, Outbox } from '../../database/outbox.ts';
import type { BaseDatabase } from '../../database/schema.ts';

export interface Journaled {
  database: BaseDatabase;
  file: JournalFile;
  outbox: Outbox;
}
