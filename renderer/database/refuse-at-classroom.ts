import { refusal } from '../../shared/refusals/index.ts';
import type { AnyCommand } from './command.ts';
import type { BaseDatabase } from './schema.ts';

/** What a machine may do that was only given classes to mark; so no number is given out there. */
const classroomCommands: ReadonlySet<string> = new Set([
  'receiveClass',
  'markAttendance',
  'recordWalkIn',
  'removeWalkIn',
  'undoEntry',
  'addAccount',
  'editAccount',
  'recordPasswordChange',
  'recordPasswordReset',
  'recordRecoveryRenewal',
]);

/** @throws Refusal classroomOnly on a machine that only marks */
export async function refuseAtClassroom(
  database: BaseDatabase,
  { name, label }: Pick<AnyCommand, 'name' | 'label'>,
): Promise<void> {
  if (classroomCommands.has(name)) return;
  const base = await database.rows.base.get('base');
  if (base?.isClassroom) throw refusal('classroomOnly', { command: label });
}
