import { useLiveQuery } from 'dexie-react-hooks';
import type { BaseDatabase } from '../records/access.ts';
import { useRecords } from './records-context.tsx';

/**
 * What a query of the records says, read anew whenever the rows it read change; undefined while it is read.
 * @param args what the query takes besides the database; compared one by one, so plain values
 */
export function useQuery<Args extends readonly unknown[], Result>(
  query: (database: BaseDatabase, ...args: Args) => Promise<Result>,
  ...args: Args
): Result | undefined {
  const { database } = useRecords();
  return useLiveQuery(() => query(database, ...args), [database, query, ...args]);
}
