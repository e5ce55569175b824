import { useLiveQuery } from 'dexie-react-hooks';
import { employerNames } from '../records/employers/queries.ts';
import { useRecords } from './records-context.tsx';

const none: ReadonlyMap<string, string> = new Map();

/** Employer names by id, for lists; empty for the moment they are read. */
export function useEmployerNames(): ReadonlyMap<string, string> {
  const { database } = useRecords();
  return useLiveQuery(() => employerNames(database), [database], none);
}
