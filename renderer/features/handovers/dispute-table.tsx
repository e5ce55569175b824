import { Button, Group, Table, Text } from '@mantine/core';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { type AttendanceMark, attendanceStatuses } from '../../../shared/domain/teaching/attendance.ts';
import { describeSession, type Session } from '../../../shared/domain/teaching/session.ts';
import type { ResolvedSlot } from '../../../shared/regulation/mark-merge.ts';

interface ShownDispute extends ResolvedSlot {
  sessionId: string;
  learnerId: string;
}

/** As a person names a mark: what, who and when. */
function describeMark({ status, by, at }: AttendanceMark): string {
  return `${attendanceStatuses[status]}（${by} ${momentText(at)}）`;
}

export interface DisputeTableProps {
  disputes: readonly ShownDispute[];
  names: ReadonlyMap<string, string>;
  sessions: readonly Session[];
  /** Absent where there is nothing to decide yet. */
  onDecide?(dispute: ShownDispute, status: AttendanceMark['status']): void;
}

/** Where two machines say different things: both side by side, and a button for each. */
export function DisputeTable({ disputes, names, sessions, onDecide }: DisputeTableProps) {
  return (
    <Table aria-label="不一致的点名">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>学员</Table.Th>
          <Table.Th>课次</Table.Th>
          <Table.Th>现有记录</Table.Th>
          <Table.Th>别的电脑</Table.Th>
          {onDecide && <Table.Th>以哪个为准</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {disputes.map((dispute) => {
          const { sessionId, learnerId, mark, disputing } = dispute;
          const session = sessions.find(({ id }) => id === sessionId);
          const said = disputing.flatMap((claim) => claim.mark ?? []);
          const statuses = [...new Set([mark, ...said].flatMap((one) => one?.status ?? []))];
          const name = names.get(learnerId) ?? '';
          return (
            <Table.Tr key={`${sessionId} ${learnerId}`}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{session ? describeSession(session) : ''}</Table.Td>
              <Table.Td>{mark ? describeMark(mark) : '没有'}</Table.Td>
              <Table.Td>
                {said.map((one) => (
                  <Text key={`${one.by} ${one.at}`} size="sm">
                    {describeMark(one)}
                  </Text>
                ))}
              </Table.Td>
              {onDecide && (
                <Table.Td>
                  <Group gap={4}>
                    {statuses.map((status) => (
                      <Button
                        key={status}
                        size="compact-sm"
                        variant="default"
                        aria-label={`${name}：${attendanceStatuses[status]}`}
                        onClick={() => onDecide(dispute, status)}
                      >
                        {attendanceStatuses[status]}
                      </Button>
                    ))}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
