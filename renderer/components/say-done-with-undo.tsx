import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { attempt } from './notify.ts';

const undoSeconds = 10;

/** Says that something was done, with a button that takes it back. */
export function sayDoneWithUndo(message: string, undo: () => Promise<unknown>): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            void attempt(undo);
          }}
        >
          撤销
        </Button>
      </Group>
    ),
    color: 'teal',
    autoClose: undoSeconds * 1000,
  });
}
