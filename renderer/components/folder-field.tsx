import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { attempt } from './notify.ts';

export interface FolderFieldProps {
  label: string;
  description: string;
  placeholder: string;
  /** The one in use; empty where there is none. */
  folder: string;
  /** Whether it may be left empty, which ends its use. */
  optional?: boolean;
  set(folder: string): Promise<unknown>;
}

/** A folder of this computer, typed or pasted as its path. */
export function FolderField({
  label,
  description,
  placeholder,
  folder,
  optional = false,
  set,
}: FolderFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? folder;
  const isUsable = value.trim() !== folder && (optional || value.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await set(value.trim());
          setTyped(null);
        });
      }}
    >
      <Group align="flex-end">
        <TextInput
          label={label}
          description={description}
          placeholder={placeholder}
          flex={1}
          value={value}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isUsable}>
          使用
        </Button>
      </Group>
    </form>
  );
}
