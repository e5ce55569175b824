import { Button, Group } from '@mantine/core';
import { ConfirmedButton } from './confirmed-button.tsx';

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
      {removal && <ConfirmedButton {...removal} look="page" act="删除" />}
      <Button type="submit">{submit}</Button>
    </Group>
  );
}
