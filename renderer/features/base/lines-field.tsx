import { Textarea } from '@mantine/core';
import { useState } from 'react';

export interface LinesFieldProps<Read> {
  label: string;
  description: string;
  /** As a person types it, a line each. */
  written: string;
  read(text: string): Read;
  minRows: number;
  maxRows: number;
  onChange(read: Read): void;
}

/** Settings that are typed a line each; what is not understood is said and not taken. */
export function LinesField<Read extends { ok: true } | { ok: false; problem: string }>(
  props: LinesFieldProps<Read>,
) {
  const { label, description, written, read, minRows, maxRows, onChange } = props;
  const [text, setText] = useState(written);
  const now = read(text);
  return (
    <Textarea
      label={label}
      description={description}
      autosize
      minRows={minRows}
      maxRows={maxRows}
      value={text}
      error={now.ok ? undefined : now.problem}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
