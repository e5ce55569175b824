import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';

export interface SearchFieldProps {
  label: string;
  /** What one may search by; the key is added. */
  placeholder: string;
  value: string;
  onChange(value: string): void;
}

/** The search over a list; `/` goes to it from anywhere on the page. */
export function SearchField({ label, placeholder, value, onChange }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <TextInput
      ref={field}
      w={380}
      aria-label={label}
      placeholder={`${placeholder}（按 / 搜索）`}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
