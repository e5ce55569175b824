import { Select } from '@mantine/core';
import { type FundSource, fundSource, fundSources } from '../../shared/domain/money/fund-source.ts';
import { choices } from './choices.ts';

/** Who bears the cost (第5条). */
export function FundSourceSelect({
  value,
  onChange,
}: {
  value: FundSource;
  onChange(source: FundSource): void;
}) {
  return (
    <Select
      label="经费来源"
      allowDeselect={false}
      data={choices(fundSources)}
      value={value}
      onChange={(source) => onChange(fundSource.parse(source))}
    />
  );
}
