import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import type { Submission } from '../../../shared/domain/base/submission.ts';
import type { ChangedFigure } from '../../../shared/exchange/submission/flat-figures.ts';
import { measureText } from '../../../shared/papers/base/figure-words.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { beginCorrection, endCorrection } from '../../records/statistics/submission-commands.ts';

/** Changes shown before it says how many more there are. */
const mostChanges = 12;

/** What differs from what was sent, figure by figure. */
export function Changes({ changes }: { changes: readonly ChangedFigure[] }) {
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>改了什么</Table.Th>
            <Table.Th ta="right">原报</Table.Th>
            <Table.Th ta="right">现在</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.slice(0, mostChanges).map((change) => (
            <Table.Tr key={`${change.table} ${change.key} ${change.measure}`}>
              <Table.Td>
                {change.label} {measureText(change.measure)}
              </Table.Td>
              <Table.Td ta="right">{change.before}</Table.Td>
              <Table.Td ta="right">{change.after}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changes.length > mostChanges && (
        <Text size="sm" c="dimmed">
          还有 {changes.length - mostChanges} 个数变了，都写在报送包的清单里。
        </Text>
      )}
    </>
  );
}

/** A submitted period is locked: a correction opens it with a reason, and is ended where nothing was changed. */
export function CorrectionPanel({ last, changes }: { last: Submission; changes: readonly ChangedFigure[] }) {
  const { execute } = useRecords();
  const [reason, setReason] = useState('');
  const words = describePeriod(last.period);
  if (last.correction) {
    return (
      <Group justify="space-between">
        <Text size="sm">
          正在更正（{last.correction.reason}）：{words}的记录可以改了，数还和第 {last.sequence} 次报送的一样。
        </Text>
        <Button
          variant="default"
          onClick={() =>
            attempt(async () => {
              await execute(endCorrection, { id: last.id });
              sayDone('已结束更正，记录重新锁定');
            })
          }
        >
          结束更正
        </Button>
      </Group>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(beginCorrection, { id: last.id, reason });
          sayDone(`${words}的记录可以改了，改完再制作更正的报送包`);
        });
      }}
    >
      <Stack gap="xs">
        <Text size="sm">
          第 {last.sequence} 次报送之后，{words}的点名、收支、证书等记录已经锁定。
          {changes.length === 0 ? '数据和报送的一样。' : `有 ${changes.length} 个数和报送的不同，须报更正。`}
        </Text>
        {changes.length > 0 && <Changes changes={changes} />}
        <Group align="flex-end">
          <TextInput
            label="更正的原因"
            flex={1}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant={changes.length > 0 ? 'filled' : 'default'}>
            开始更正
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
