import type { BaseStore } from '../../database/base-store.ts';
import type { JournalFile, Outbox } from '../../database/outbox.ts';

export interface Journaled {
  store: BaseStore;
  file: JournalFile;
  outbox: Outbox;
}
