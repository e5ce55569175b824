import { Button, Group, Paper, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { IconClipboardCheck, IconFileExport } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import { describeSession } from '../../../shared/domain/teaching/session.ts';
import { useActor } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useHost } from '../../host/context.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { marksFileOf } from '../../records/handovers/class-file.ts';
import { sessionsOfClass } from '../../records/lookups.ts';
import { openHandoverKey } from '../../records/sealing/handover-keys.ts';
import { ReceiveClass } from './receive-class.tsx';

async function receivedClasses(database: BaseDatabase) {
  const { rows } = database;
  const classes = await rows.classes.toArray();
  return Promise.all(
    classes.map(async (of) => {
      const [sessions, learners, handovers, attendance] = await Promise.all([
        sessionsOfClass(database, of.id),
        rows.enrolments.where('classId').equals(of.id).count(),
        rows.handovers.where('classId').equals(of.id).sortBy('at'),
        rows.attendance.where('classId').equals(of.id).toArray(),
      ]);
      const marked = new Map(
        attendance.map(({ sessionId, marks }) => [sessionId, Object.keys(marks).length]),
      );
      return { of, sessions, learners, handover: handovers.at(-1), marked };
    }),
  );
}

/** All that a machine does which only marks: its classes, their sessions, and what goes back. */
export function ClassroomPage() {
  const { database } = useRecords();
  const { host } = useHost();
  const { actor } = useActor();
  const today = useToday();
  const classes = useLiveQuery(() => receivedClasses(database), [database]);
  const giveBack = (handover: Handover | undefined, number: string) =>
    attempt(async () => {
      if (!handover?.machine) return;
      const { machine } = handover;
      const content = await marksFileOf(
        database,
        { ...handover, machine },
        actor.name,
        new Date().toISOString(),
      );
      const name = `点名 ${number} ${actor.name}`;
      const key = openHandoverKey(database.vault, handover);
      const { file, isShared } = await host.handovers.makeMarks({ name, content, key });
      download(file);
      sayDone(isShared ? '点名结果已放进共享文件夹' : '点名结果已导出，请交回基地的电脑');
    });
  return (
    <Page title="课堂点名" subtitle="这台电脑只用来点名；点完把结果交回基地的电脑">
      <ScrollArea flex={1}>
        <Stack>
          {classes?.map(({ of, sessions, learners, handover, marked }) => (
            <Paper key={of.id} withBorder p="md" component="section" aria-label={of.title}>
              <Group justify="space-between" mb="xs">
                <Title order={2} size="h5">
                  {of.number}　{of.title}　{learners} 人
                </Title>
                <Button
                  leftSection={<IconFileExport size={16} aria-hidden />}
                  onClick={() => void giveBack(handover, of.number)}
                >
                  导出点名结果
                </Button>
              </Group>
              <Stack gap="xs">
                {sessions.map((session) => (
                  <Group key={session.id} justify="space-between" wrap="nowrap">
                    <Text truncate>
                      {describeSession(session)}　{session.topic}　{session.place}
                    </Text>
                    <Group gap="xs" wrap="nowrap">
                      <StateBadge tone={(marked.get(session.id) ?? 0) >= learners ? 'good' : 'neutral'}>
                        {`${marked.get(session.id) ?? 0}/${learners}`}
                      </StateBadge>
                      <Button
                        component={Link}
                        href={`/sessions/${session.id}`}
                        size="compact-md"
                        variant={session.date === today ? 'filled' : 'light'}
                        leftSection={<IconClipboardCheck size={16} aria-hidden />}
                      >
                        点名
                      </Button>
                    </Group>
                  </Group>
                ))}
              </Stack>
            </Paper>
          ))}
          <Paper withBorder p="md">
            <Title order={2} size="h5" mb="xs">
              再收一个班，或更新名册
            </Title>
            <ReceiveClass />
          </Paper>
        </Stack>
      </ScrollArea>
    </Page>
  );
}
