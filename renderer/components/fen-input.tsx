import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Fen, formatFen, readFen } from '../../shared/domain/money/money.ts';

export interface FenInputProps {
  label: string;
  /** Where the label is the table's heading already: read aloud only. */
  isLabelHidden?: boolean;
  /** What it begins with; an amount typed since stays. */
  initialFen: Fen;
  /** Hears every change; null where what is typed is no amount. */
  onChange(fen: Fen | null): void;
  disabled?: boolean;
  autoFocus?: boolean;
}

export const fenFormat = '金额请按 600.00 的格式填写，最多两位小数';

/** An amount of money, typed in yuan as people write it. */
export function FenInput({ label, isLabelHidden, initialFen, onChange, disabled, autoFocus }: FenInputProps) {
  const [text, setText] = useState(formatFen(initialFen));
  return (
    <TextInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      {...(autoFocus && { 'data-autofocus': true })}
      disabled={disabled ?? false}
      value={text}
      inputMode="decimal"
      styles={{ input: { textAlign: 'right' } }}
      error={readFen(text) === null ? fenFormat : undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readFen(event.currentTarget.value));
      }}
    />
  );
}
