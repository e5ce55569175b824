import { Group, SegmentedControl, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import {
  monthPeriod,
  type PeriodKind,
  periodKinds,
  quarterPeriod,
  readPeriod,
  yearPeriod,
} from '../../../shared/domain/base/period.ts';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';

const firstYear = 2017;

function numbered(count: number, label: (number: number) => string) {
  return Array.from({ length: count }, (_, at) => ({ value: String(at + 1), label: label(at + 1) }));
}

/** A period by year, quarter, month or any two days. */
export function PeriodPicker({ period, onChange }: { period: Period; onChange(period: Period): void }) {
  const today = useToday();
  const { kind, year, number } = readPeriod(period);
  const newest = civilYear(today);
  const years = Array.from({ length: newest - firstYear + 1 }, (_, at) => String(newest - at));
  const take = (next: PeriodKind, ofYear: number, at: number) => {
    if (next === 'year') onChange(yearPeriod(ofYear));
    if (next === 'quarter') onChange(quarterPeriod(ofYear, Math.min(4, Math.max(1, at))));
    if (next === 'month') onChange(monthPeriod(ofYear, Math.max(1, at)));
    if (next === 'range')
      onChange({ from: `${ofYear}-01-01`, to: today < `${ofYear}-01-02` ? `${ofYear}-01-02` : today });
  };
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label="统计期"
        data={choices(periodKinds)}
        value={kind}
        onChange={(next) => take(next as PeriodKind, year, Number(today.slice(5, 7)))}
      />
      {kind === 'range' ? (
        <DatePickerInput
          type="range"
          aria-label="起止日期"
          w={250}
          valueFormat="YYYY-MM-DD"
          value={[period.from, period.to]}
          onChange={([from, to]) => from && to && onChange({ from, to })}
        />
      ) : (
        <Select
          aria-label="年份"
          w={100}
          allowDeselect={false}
          data={years.map((value) => ({ value, label: `${value} 年` }))}
          value={String(year)}
          onChange={(value) => value && take(kind, Number(value), number)}
        />
      )}
      {(kind === 'quarter' || kind === 'month') && (
        <Select
          aria-label={periodKinds[kind]}
          w={120}
          allowDeselect={false}
          data={kind === 'quarter' ? numbered(4, (at) => `第 ${at} 季度`) : numbered(12, (at) => `${at} 月`)}
          value={String(number)}
          onChange={(value) => value && take(kind, year, Number(value))}
        />
      )}
    </Group>
  );
}
