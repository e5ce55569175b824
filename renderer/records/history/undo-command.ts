import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { invertChange } from '../../../shared/exchange/journal/invert-change.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { entryOf } from '../../database/content-proof.ts';
import { isSourceTable } from '../../database/rows.ts';

/**
 * Takes back what an entry did, where its command says that this can be done and nobody has changed
 * the same places since. Series of numbers never go back.
 */
export const undoEntry = defineCommand({
  name: 'undoEntry',
  label: '撤销操作',
  event: 'entryUndone',
  roles: administratorOnly,
  atClassroom: true,
  input: z.object({ sequence: z.number().int().min(1) }),
  async perform({ sequence }, context) {
    const { database, write, commandNamed } = context;
    const row = await database.rows.journal.get(sequence);
    if (!row) throw refusal('notFound', { what: `第 ${sequence} 条操作记录` });
    const entry = entryOf(row);
    const command = commandNamed(entry.command);
    if (!command?.refuseUndo) throw refusal('notUndoable', { what: command?.label ?? entry.command });
    await command.refuseUndo(entry, context);
    for (const change of [...entry.changes].reverse()) {
      if (change.table === 'counters') continue;
      const { table } = change;
      if (!isSourceTable(table)) throw refusal('notUndoable', { what: command.label });
      const current = await database.rows[table].get(change.key);
      const inverted = invertChange(current, change);
      if (!inverted.ok) throw refusal('changedSince', { what: command.label });
      if (inverted.row === undefined) await write.remove(table, change.key);
      else await write.put(table, inverted.row as never);
    }
  },
});
