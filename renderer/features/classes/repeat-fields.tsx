import { Group, NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Rhythm, rhythms } from './session-plan.ts';

export interface Repeat {
  count: number;
  rhythm: Rhythm;
}

/** How often a session is held, and how far apart. */
export function RepeatFields({
  repeat,
  onChange,
  children,
}: {
  repeat: Repeat;
  onChange(repeat: Repeat): void;
  children?: ReactNode;
}) {
  return (
    <Group align="flex-end">
      <NumberInput
        label="一共几次"
        w={110}
        min={1}
        max={60}
        allowDecimal={false}
        value={repeat.count}
        onChange={(value) => onChange({ ...repeat, count: typeof value === 'number' ? value : 1 })}
      />
      <Select
        label="间隔"
        w={150}
        allowDeselect={false}
        disabled={repeat.count === 1}
        data={Object.entries(rhythms).map(([value, label]) => ({ value, label }))}
        value={repeat.rhythm}
        onChange={(value) => onChange({ ...repeat, rhythm: (value ?? 'weekly') as Rhythm })}
      />
      {children}
    </Group>
  );
}
