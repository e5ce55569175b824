import { Button, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { confirmAct } from './confirm.tsx';

export interface FormFooterProps {
  /** The word on the submit button. */
  submit: string;
  /** Removal of what the form edits, asked for with its consequence. */
  removal?: { title: string; consequence: string; perform(): Promise<unknown> };
}

/** The foot of a form in a drawer: removal at the left where there is one, the submit button at the right. */
export function FormFooter({ submit, removal }: FormFooterProps) {
  return (
    <Group justify={removal ? 'space-between' : 'flex-end'} mt="xs">
      {removal && (
        <Button
          variant="subtle"
          color="red.9"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => confirmAct({ ...removal, act: '删除', dangerous: true })}
        >
          删除
        </Button>
      )}
      <Button type="submit">{submit}</Button>
    </Group>
  );
}
