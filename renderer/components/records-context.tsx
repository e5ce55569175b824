import { createContext, type ReactNode, useContext } from 'react';
import type { RecordsAccess } from '../records/access.ts';

const Access = createContext<RecordsAccess | null>(null);

export function RecordsProvider({ access, children }: { access: RecordsAccess; children: ReactNode }) {
  return <Access value={access}>{children}</Access>;
}

/** The records to read from and the one way to write. */
export function useRecords(): RecordsAccess {
  const access = useContext(Access);
  if (!access) throw new Error('no records are provided');
  return access;
}
