import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { type Actor, holdsRole, roles } from '../../shared/domain/base/actor.ts';
import { civilDateAt } from '../../shared/domain/base/civil-date.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { firstIssue } from '../../shared/refusals/first-issue.ts';
import { asRefusal, refusal } from '../../shared/refusals/index.ts';
import type { BaseDatabase } from './base-database.ts';
import type { BaseStore } from './base-store.ts';
import type { AnyCommand, Command, Preparation } from './command.ts';
import { keepLedger } from './ledger/keep-ledger.ts';
import type { Outbox } from './outbox.ts';
import { recordEntry } from './record-entry.ts';
import type { TouchedRow } from './rows.ts';
import { Writer } from './writer.ts';

/** What stands above all commands. Each refuses by throwing. */
export interface Guards {
  /** Asked before a command begins. */
  before(database: BaseDatabase, command: AnyCommand): Promise<void>;
  /** Asked of the rows it wrote, inside its transaction. */
  after(database: BaseDatabase, touched: readonly TouchedRow[], command: AnyCommand): Promise<void>;
}

export interface ExecuteOptions {
  store: BaseStore;
  commands: readonly AnyCommand[];
  guards: Guards;
  currentActor(): Actor;
  missingCharacters: Preparation['missingCharacters'];
  /** Carries the entry to the journal file; an act is acknowledged when it has arrived. */
  outbox: Pick<Outbox, 'ship' | 'refuseUnlessSaved'>;
  now?(): number;
  newId?(): string;
}

export type Execute = <Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  input: z.input<Input>,
) => Promise<Result>;

function authorize(command: AnyCommand, actor: Actor): void {
  if (holdsRole(actor, command.roles)) return;
  throw refusal('notAllowed', {
    command: command.label,
    roles: actor.roles.map((role) => roles[role]).join('、'),
  });
}

function parseInput<Input extends z.ZodType>(schema: Input, input: z.input<Input>): z.output<Input> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw refusal('badInput', { where: '', why: firstIssue(parsed.error).why });
  return parsed.data;
}

/**
 * The only way data changes: role check → zod parse → guards → one strict transaction that applies the
 * command, asks the guards of what it wrote, updates the ledger and appends one journal entry → the journal
 * file. Either all of it is in the database, or nothing is; while an entry can't reach the file, the next
 * command is refused. Duplicate or unlisted commands are a programming error and throw at once.
 * @throws Refusal what the rules refuse, in words for the person at the desk
 */
export function createExecute(options: ExecuteOptions): Execute {
  const { store, guards, currentActor, missingCharacters, outbox, now = Date.now, newId = uuid } = options;
  const known = new Map<string, AnyCommand>();
  for (const command of options.commands) {
    if (known.has(command.name)) throw new Error(`two commands are called ${command.name}`);
    known.set(command.name, command);
  }
  return async (command, input) => {
    if (known.get(command.name) !== command) throw new Error(`command ${command.name} is not listed`);
    const actor = currentActor();
    authorize(command, actor);
    const parsed = parseInput(command.input, input);
    await outbox.refuseUnlessSaved();
    await guards.before(store, command);
    await command.prepare?.(parsed, { database: store, missingCharacters });
    const instant = now();
    const at = new Date(instant).toISOString();
    try {
      let written: JournalEntry | undefined;
      const result = await store.write(async () => {
        const write = new Writer(store);
        const performed = await command.perform(parsed, {
          database: store,
          write,
          actor,
          at,
          today: civilDateAt(instant),
          newId,
          commandNamed: (name) => known.get(name),
        });
        if (write.changes.length > 0) {
          await guards.after(store, write.touched, command);
          await keepLedger(store, write);
          const { name, event } = command;
          const { changes } = write;
          written = await recordEntry(store, write.proof, (last) => ({
            sequence: last + 1,
            id: newId(),
            at,
            actor,
            command: name,
            event,
            changes,
          }));
        }
        return performed;
      });
      // A command that changed nothing has nothing to be acknowledged.
      if (written) await outbox.ship(written);
      return result;
    } catch (thrown) {
      throw asRefusal(thrown);
    }
  };
}
