import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { NamedTrainer } from '../../../shared/domain/people/trainer.ts';
import { useToday } from '../../components/clock.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { workOf } from '../../records/trainers/queries.ts';
import { FeeForm } from './fee-form.tsx';
import { ScoreForm } from './score-form.tsx';

/** What a trainer taught by year, how classes valued it (第24条), and what was paid for it. */
export function WorkPanel({ trainer }: { trainer: NamedTrainer }) {
  const { database } = useRecords();
  const today = useToday();
  const work = useLiveQuery(() => workOf(database, trainer.id, today), [database, trainer.id, today]);
  if (!work) return null;
  if (work.classes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        还没有排过课。在培训班的课程表里选这位教师，授课学时就会自动统计到这里。
      </Text>
    );
  }
  return (
    <Stack gap="md">
      <Table aria-label="各年授课学时">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>年度</Table.Th>
            <Table.Th ta="right">授课次数</Table.Th>
            <Table.Th ta="right">授课学时</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {work.years.map(({ year, sessions, hours }) => (
            <Table.Tr key={year}>
              <Table.Td>{year}</Table.Td>
              <Table.Td ta="right">{sessions}</Table.Td>
              <Table.Td ta="right">{hours}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2} size="h5">
        学员评分（100 分制）
      </Title>
      <Stack gap="xs">
        {work.classes.map((taught) => (
          <ScoreForm key={taught.classId} trainer={trainer} taught={taught} />
        ))}
      </Stack>
      <Title order={2} size="h5">
        课酬
      </Title>
      <FeeForm trainer={trainer} classes={work.classes} />
      {work.fees.map(({ id, date, classTitle, amountFen, note }) => (
        <Group key={id} justify="space-between">
          <Text size="sm">
            {date}　{classTitle}　{note}
          </Text>
          <Text size="sm">{formatFen(amountFen)} 元</Text>
        </Group>
      ))}
    </Stack>
  );
}
