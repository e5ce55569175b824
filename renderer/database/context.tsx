import { createContext, type ReactNode, useContext } from 'react';
import type { AnyCommand } from './command.ts';
import type { Execute } from './execute.ts';
import type { Outbox } from './outbox.ts';
import type { BaseDatabase } from './schema.ts';

export interface DatabaseAccess {
  /** For reads; writes through it throw. */
  database: BaseDatabase;
  execute: Execute;
  /** Where what was done stands on its way to the journal file. */
  outbox: Outbox;
  /** Every command, by its name: what the history calls its entries and how they are taken back. */
  commands: ReadonlyMap<string, AnyCommand>;
}

const Access = createContext<DatabaseAccess | null>(null);

export function DatabaseProvider({ access, children }: { access: DatabaseAccess; children: ReactNode }) {
  return <Access value={access}>{children}</Access>;
}

/** The database to read from and the one way to write. */
export function useDatabase(): DatabaseAccess {
  const access = useContext(Access);
  if (!access) throw new Error('no database is provided');
  return access;
}
