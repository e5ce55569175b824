import { refusal } from '../../../shared/refusals/index.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { AnyCommand } from '../../database/command.ts';

/** @throws Refusal classroomOnly on a machine that only marks */
export async function refuseAtClassroom(
  database: BaseDatabase,
  { atClassroom, label }: Pick<AnyCommand, 'atClassroom' | 'label'>,
): Promise<void> {
  if (atClassroom) return;
  const base = await database.rows.base.get('base');
  if (base?.isClassroom) throw refusal('classroomOnly', { command: label });
}
