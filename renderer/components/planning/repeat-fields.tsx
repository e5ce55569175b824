import { Checkbox, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { chineseDate, chineseWeekday } from '../../../shared/domain/base/civil-date.ts';
import { type Repeat, type Rhythm, rhythms, type SessionSeries } from '../../records/classes/session-plan.ts';
import { choices } from '../choices.ts';

function day(date: string): string {
  return `${chineseDate(date).slice(5)}（${chineseWeekday(date)}）`;
}

/** The days a series comes to, and those it passes over. */
function SeriesDays({ series: { dates, skipped } }: { series: SessionSeries }) {
  const last = dates.at(-1);
  return (
    <Text size="sm" c="dimmed" role="status">
      {dates.length > 1 && last ? `${dates.map(day).join('、')}，到 ${chineseDate(last)}` : ''}
      {skipped.length > 0 && `；跳过 ${skipped.map(({ date, why }) => `${day(date)}${why}`).join('、')}`}
    </Text>
  );
}

export interface RepeatFieldsProps {
  repeat: Repeat;
  series: SessionSeries;
  onChange(repeat: Repeat): void;
  children?: ReactNode;
}

/** How often a session is held, how far apart, and which days that comes to. */
export function RepeatFields({ repeat, series, onChange, children }: RepeatFieldsProps) {
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <NumberInput
          label="一共几次"
          w={110}
          min={1}
          max={200}
          allowDecimal={false}
          value={repeat.count}
          onChange={(value) => onChange({ ...repeat, count: typeof value === 'number' ? value : 1 })}
        />
        <Select
          label="间隔"
          w={150}
          allowDeselect={false}
          disabled={repeat.count === 1}
          data={choices(rhythms)}
          value={repeat.rhythm}
          onChange={(value) => onChange({ ...repeat, rhythm: (value ?? 'weekly') as Rhythm })}
        />
        <Checkbox
          label="遇节假日顺延"
          pb={8}
          disabled={repeat.count === 1}
          checked={repeat.skipsHolidays}
          onChange={(event) => onChange({ ...repeat, skipsHolidays: event.currentTarget.checked })}
        />
        {children}
      </Group>
      <SeriesDays series={series} />
    </Stack>
  );
}
