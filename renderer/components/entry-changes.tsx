import { Stack, Table, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { changeLines } from '../records/history/changes.ts';
import { changesToShow, learnersNamedIn, recordName, tableLabel } from '../records/history/record-names.ts';
import { useRecords } from './records-context.tsx';

const shownRecords = 50;

/** What one entry did, record by record and field by field: before and after. */
export function EntryChanges({ entry, only }: { entry: JournalEntry; only?: string }) {
  const { database } = useRecords();
  const changes = changesToShow(entry).filter(({ table, key }) => !only || `${table}:${key}` === only);
  const described = useLiveQuery(async () => {
    const shown = changes.slice(0, shownRecords);
    const names = await learnersNamedIn(database, shown);
    return Promise.all(
      shown.map(async (change) => ({
        title: `${tableLabel(change.table)} ${await recordName(database, change)}`,
        lines: changeLines(change, (id) => names.get(id)),
      })),
    );
  }, [database, entry.sequence]);
  if (!described) return null;
  if (described.length === 0) {
    return (
      <Text size="sm" c="gray.7">
        没有改动任何记录。
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {described.map(({ title, lines }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes
        <div key={index}>
          {!only && (
            <Text size="sm" fw={600}>
              {title}
            </Text>
          )}
          <Table withRowBorders={false} verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={130}>项目</Table.Th>
                <Table.Th>之前</Table.Th>
                <Table.Th>之后</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map(({ field, before, after }, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes
                <Table.Tr key={line}>
                  <Table.Td>{field}</Table.Td>
                  <Table.Td>{before}</Table.Td>
                  <Table.Td>{after}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ))}
      {changes.length > shownRecords && (
        <Text size="sm" c="gray.7">
          还有 {changes.length - shownRecords} 条记录没有显示。
        </Text>
      )}
    </Stack>
  );
}
