import { useLiveQuery } from 'dexie-react-hooks';
import { type Base, withDefaultSettings } from '../../../shared/domain/base/base.ts';
import { useDatabase } from '../../database/context.tsx';

/** The base; null before set-up, undefined while it is read. */
export function useBase(): Base | null | undefined {
  const { database } = useDatabase();
  return useLiveQuery(async () => {
    const stored = await database.rows.base.get('base');
    return stored ? withDefaultSettings(stored) : null;
  }, [database]);
}
