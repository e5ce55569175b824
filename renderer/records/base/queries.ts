import { type Base, withDefaultSettings } from '../../../shared/domain/base/base.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** The base; null before set-up,. */
export async function readBase(database: BaseDatabase): Promise<Base | null> {
  const stored = await database.rows.base.get('base');
  return stored ? withDefaultSettings(stored) : null;
}
