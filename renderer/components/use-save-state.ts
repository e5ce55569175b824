import { useSyncExternalStore } from 'react';
import { useDatabase } from '../database/context.tsx';
import type { SaveState } from '../database/outbox.ts';

/** Whether everything done so far is in the database and in the journal file, both on the disk. */
export function useSaveState(): SaveState {
  const { outbox } = useDatabase();
  return useSyncExternalStore(outbox.subscribe, outbox.currentState);
}
