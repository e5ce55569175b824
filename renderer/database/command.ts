import type { z } from 'zod';
import type { Actor } from '../../shared/domain/base/actor.ts';
import type { Act } from '../../shared/domain/base/acts.ts';
import type { CivilDate } from '../../shared/domain/base/civil-date.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from './base-database.ts';
import type { Writer } from './writer.ts';

/** Clock and ids are arguments, so that rules stay pure and tests repeatable. */
export interface CommandContext {
  database: BaseDatabase;
  write: Writer;
  actor: Actor;
  /** ISO instant. */
  at: string;
  today: CivilDate;
  newId(): string;
  /** The command of this name; what is taken back is known by it. */
  commandNamed(name: string): AnyCommand | undefined;
}

/** A question of the command palette: one field of a command's input. */
export type Question =
  | { label: string; kind: 'text' | 'year' | 'number' }
  | { label: string; kind: 'choice'; choices: Readonly<Record<string, string>> };

/** What a command may ask of the host before its transaction opens. */
export interface Preparation {
  database: BaseDatabase;
  missingCharacters(texts: string[]): Promise<string[][]>;
}

/**
 * Everything there is to know of one way to change data; role matrix, command palette, history and tests read
 * it here. `perform` runs inside the transaction and must await nothing but the database.
 */
export interface Command<Input extends z.ZodType = z.ZodType, Result = unknown> extends Act {
  /** A verb and a noun, as `issueCertificates`. */
  name: string;
  /** What the journal says happened, in the past tense, as `certificatesIssued`. */
  event: string;
  /** Whether a machine may do it that was only given classes to mark; so no number is given out there. */
  atClassroom?: true;
  input: Input;
  /** What the command palette asks for it; absent where it can't ask all that the command needs. */
  asks?: { [Field in keyof z.input<Input>]-?: Question };
  /** The keys that do it on its own page, as `mod+S`. */
  shortcut?: string;
  /** Checks that need the host; refuses by throwing. */
  prepare?(input: z.output<Input>, preparation: Preparation): Promise<void>;
  perform(input: z.output<Input>, context: CommandContext): Promise<Result>;
  /** Whether it may change a class whose archive is filed: only what files and supplements it (第22条). */
  changesFiled?: true;
  /** Present where what the command did can be taken back; refuses by throwing where rules forbid it now. */
  refuseUndo?(entry: JournalEntry, context: CommandContext): Promise<void>;
}

/** Types a command by its schema. */
export function defineCommand<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
): Command<Input, Result> {
  return command;
}

/** A command of any input, for lists. */
// biome-ignore lint/suspicious/noExplicitAny: a list of commands is contravariant in their inputs
export type AnyCommand = Command<any, unknown>;
