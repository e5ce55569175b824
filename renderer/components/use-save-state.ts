import { useSyncExternalStore } from 'react';
import type { SaveState } from '../records/access.ts';
import { useRecords } from './records-context.tsx';

/** Whether everything done so far is in the database and in the journal file, both on the disk. */
export function useSaveState(): SaveState {
  const { outbox } = useRecords();
  return useSyncExternalStore(outbox.subscribe, outbox.currentState);
}
