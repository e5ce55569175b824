import { Table } from '@mantine/core';

/** What a record states, one line each: a label and its value. */
export function FactsTable({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <Table>
      <Table.Tbody>
        {facts.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th w={120}>{label}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
