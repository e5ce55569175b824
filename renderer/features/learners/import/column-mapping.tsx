import { Group, Select, Text } from '@mantine/core';
import {
  type ColumnMapping,
  type RosterField,
  rosterFields,
} from '../../../../shared/exchange/roster/columns.ts';
import type { RosterHeader } from '../../../../shared/exchange/roster/header.ts';

const fields = Object.entries(rosterFields) as [RosterField, { label: string }][];
const required = new Set<RosterField>(['name', 'documentNumber']);

function withColumn(mapping: ColumnMapping, field: RosterField, column: number | null): ColumnMapping {
  const { [field]: _, ...rest } = mapping;
  return column === null ? rest : { ...rest, [field]: column };
}

/** Which of the file's columns is read as what; every guess can be corrected. */
export function ColumnMappingRow({
  header,
  mapping,
  onChange,
}: {
  header: RosterHeader;
  mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}) {
  const columns = header.headings.map((heading, index) => ({
    value: String(index),
    label: heading === '' ? `第 ${index + 1} 列` : heading,
  }));
  return (
    <Group gap="xs" align="flex-end">
      <Text size="sm" fw={600} pb={6}>
        列的对应
      </Text>
      {fields.map(([field, { label }]) => (
        <Select
          key={field}
          size="xs"
          w={118}
          label={label}
          data={columns}
          placeholder="不导入"
          clearable
          clearButtonProps={{ 'aria-label': `不导入${label}`, tabIndex: -1 }}
          value={mapping[field] === undefined ? null : String(mapping[field])}
          error={required.has(field) && mapping[field] === undefined ? '必须指定' : undefined}
          onChange={(value) => onChange(withColumn(mapping, field, value === null ? null : Number(value)))}
        />
      ))}
    </Group>
  );
}
