import type { Base } from '../../../shared/domain/base/base.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** The base; null before set-up. */
export async function readBase(database: BaseDatabase): Promise<Base | null> {
  return (await database.rows.base.get('base')) ?? null;
}
