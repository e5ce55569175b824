import { Button, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { ClosingCode, ClosingLine } from '../../../shared/regulation/class-closing.ts';
import { StateBadge } from '../../components/state-badge.tsx';

const tabOf: Record<ClosingCode, string> = {
  learners: 'members',
  kind: 'timetable',
  content: 'timetable',
  attendance: 'timetable',
  walkIns: 'timetable',
  result: 'assessment',
};

/** What 第10条 asks of a class, line by line, each with the way to what is missing. */
export function Checklist({ of, lines }: { of: TrainingClass; lines: readonly ClosingLine[] }) {
  return (
    <Table maw={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={140}>登记事项</Table.Th>
          <Table.Th w={110}>状态</Table.Th>
          <Table.Th>情况</Table.Th>
          <Table.Th w={90}>去补</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ code, label, isOpen, state, missing }) => (
          <Table.Tr key={code}>
            <Table.Td>{label}</Table.Td>
            <Table.Td>
              <StateBadge tone={isOpen ? 'bad' : 'good'}>{isOpen ? '未完成' : '已登记'}</StateBadge>
            </Table.Td>
            <Table.Td>
              {state}
              {missing.length > 0 && (
                <Text size="sm" c="dimmed" lineClamp={2}>
                  {missing.join('、')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              {isOpen && (
                <Button
                  component={Link}
                  href={`/classes/${of.id}/${tabOf[code]}`}
                  size="compact-sm"
                  variant="light"
                >
                  去登记
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
