import { Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  type ReadArrangements,
  readDayArrangements,
  writeDayArrangements,
} from '../../../shared/domain/base/day-arrangement-text.ts';
import type { DayArrangement } from '../../../shared/domain/base/public-holiday.ts';

export interface DayArrangementsFieldProps {
  arrangements: readonly DayArrangement[];
  onChange(read: ReadArrangements): void;
}

/** The year's days off and worked weekends, a line each; what is not understood is said and not taken. */
export function DayArrangementsField({ arrangements, onChange }: DayArrangementsFieldProps) {
  const [text, setText] = useState(writeDayArrangements(arrangements));
  const read = readDayArrangements(text);
  return (
    <Textarea
      label="节假日安排"
      description="法定节假日已内置；调休放假和调休上班按当年通知每行一条，例如“2026-10-01 至 2026-10-07 国庆节”“2026-10-10 国庆节 上班”。成批排课时跳过这些日子"
      autosize
      minRows={2}
      maxRows={10}
      value={text}
      error={read.ok ? undefined : read.problem}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readDayArrangements(event.currentTarget.value));
      }}
    />
  );
}
