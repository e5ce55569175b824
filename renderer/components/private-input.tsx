import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useRef, useState } from 'react';

export interface PrivateInputProps extends Omit<TextInputProps, 'value' | 'label' | 'ref'> {
  label: string;
  value: string;
}

/** A field of personal data: only its last four digits show until whoever edits it asks for the rest. */
export function PrivateInput({ value, label, description, ...rest }: PrivateInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(value === '');
  if (isShown) {
    return (
      <TextInput
        {...rest}
        ref={field}
        label={label}
        description={description}
        value={value}
        autoComplete="off"
      />
    );
  }
  return (
    <TextInput
      {...rest}
      label={label}
      // Its place is kept, so that nothing moves when the number shows.
      description={description === undefined ? undefined : ' '}
      value={`****${value.slice(-4)}`}
      readOnly
      autoComplete="off"
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray.7"
          aria-label={`显示${label}`}
          onClick={() => {
            setShown(true);
            requestAnimationFrame(() => field.current?.focus());
          }}
        >
          <IconEye size={16} aria-hidden />
        </ActionIcon>
      }
    />
  );
}
