import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconBan, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { attempt } from './notify.ts';

export interface AskReasonProps {
  /** The word on the button that begins it. */
  act: string;
  label: string;
  description: string;
  /** The words on the button that does it. */
  submit: string;
  dangerous?: boolean;
  onReason(reason: string): Promise<unknown>;
}

/** An act that needs a reason: a button, then one field and the act itself. */
export function AskReason({ act, label, description, submit, dangerous = false, onReason }: AskReasonProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const color = dangerous ? 'red.9' : 'indigo';
  const Picture = dangerous ? IconBan : IconPencil;
  if (!asking) {
    return (
      <Button
        variant="subtle"
        color={color}
        style={{ alignSelf: 'flex-start' }}
        leftSection={<Picture size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {act}
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await onReason(reason);
          setAsking(false);
        });
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={label}
          description={description}
          required
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" color={color}>
            {submit}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            取消
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
