import { Select } from '@mantine/core';
import { civilYear } from '../../shared/domain/base/civil-date.ts';
import { useToday } from './clock.tsx';

const firstYear = 2017;

/** A civil year since the measures are in force, this one and the next first. */
export function YearSelect({ year, onChange }: { year: number; onChange(year: number): void }) {
  const newest = civilYear(useToday()) + 1;
  const years = Array.from({ length: newest - firstYear + 1 }, (_, index) => String(newest - index));
  return (
    <Select
      aria-label="年度"
      w={110}
      allowDeselect={false}
      data={years.map((value) => ({ value, label: `${value} 年` }))}
      value={String(year)}
      onChange={(value) => value && onChange(Number(value))}
    />
  );
}
