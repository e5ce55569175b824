import { useHotkeys } from '@mantine/hooks';
import type { AnyCommand } from '../records/access.ts';

/** Does a command by its own keys, wherever the cursor is on the page. */
export function useShortcut({ shortcut }: Pick<AnyCommand, 'shortcut'>, act: () => void): void {
  useHotkeys(shortcut === undefined ? [] : [[shortcut, act]], []);
}
