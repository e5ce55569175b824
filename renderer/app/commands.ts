import type { AnyCommand } from '../database/command.ts';
import { capabilities } from './capabilities.ts';

/** Every way there is to change data, from the capabilities that have them. */
export const commands: readonly AnyCommand[] = capabilities.flatMap(({ commands: own }) =>
  Object.values(own ?? {}),
);

export const commandsByName: ReadonlyMap<string, AnyCommand> = new Map(
  commands.map((command) => [command.name, command]),
);
