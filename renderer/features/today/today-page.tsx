import { Button, Group, Paper, ScrollArea, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCertificate, IconClipboardCheck, IconWriting } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { chineseDate, chineseWeekday } from '../../../shared/domain/base/civil-date.ts';
import { describeSession } from '../../../shared/domain/teaching/session.ts';
import { useHasRole } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { Page } from '../../components/page.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { type ClassDue, type DueSession, readToDo } from '../../records/today/queries.ts';
import { FirstSteps } from './first-steps.tsx';
import { FrontDesk } from './front-desk.tsx';
import { MissingThings } from './missing.tsx';
import { YearProgress } from './year-progress.tsx';

function Section({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children.length === 0 ? (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      ) : (
        <Stack gap="xs">{children}</Stack>
      )}
    </Paper>
  );
}

function SessionLine({ due, named, first }: { due: DueSession; named: string; first: boolean }) {
  const { session, of, learners, marked } = due;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text truncate>
        <b>{named}</b>　{of.title}　{session.topic}　{session.place}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <StateBadge tone={marked >= learners ? 'good' : 'warning'}>{`${marked}/${learners}`}</StateBadge>
        <Button
          component={Link}
          href={`/sessions/${session.id}`}
          size="compact-md"
          variant={first ? 'filled' : 'light'}
          leftSection={<IconClipboardCheck size={16} aria-hidden />}
        >
          点名
        </Button>
      </Group>
    </Group>
  );
}

function ClassLine({ due: { of, eligible, withoutResult } }: { due: ClassDue }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text truncate>{of.title}</Text>
      <Group gap="xs" wrap="nowrap">
        {withoutResult > 0 && (
          <Button
            component={Link}
            href={`/classes/${of.id}/assessment`}
            size="compact-md"
            variant="light"
            leftSection={<IconWriting size={16} aria-hidden />}
          >
            {withoutResult} 人没有成绩
          </Button>
        )}
        {eligible > 0 && (
          <Button
            component={Link}
            href={`/classes/${of.id}/certificates`}
            size="compact-md"
            variant="light"
            leftSection={<IconCertificate size={16} aria-hidden />}
          >
            {eligible} 人可以发证
          </Button>
        )}
      </Group>
    </Group>
  );
}

/** Where each role starts: the front desk on a search, the teacher on today's sessions, the administrator on what is due. */
export function TodayPage() {
  const today = useToday();
  const toDo = useQuery(readToDo, today);
  const teaches = useHasRole(['administrator', 'teacher']);
  const servesDesk = useHasRole(['frontDesk']);
  const administers = useHasRole(['administrator']);
  return (
    <Page title="今日" subtitle={`${chineseDate(today)} ${chineseWeekday(today)}`}>
      <ScrollArea h="100%">
        <Stack gap="md">
          {administers && <FirstSteps />}
          {servesDesk && <FrontDesk />}
          {toDo && teaches && (
            <Section title="今天的课" empty="今天没有课。">
              {toDo.todays.map((due, index) => (
                <SessionLine
                  key={due.session.id}
                  due={due}
                  named={`${due.session.startTime}–${due.session.endTime}`}
                  first={index === 0 && !servesDesk}
                />
              ))}
            </Section>
          )}
          {toDo && teaches && (
            <SimpleGrid cols={administers ? 2 : 1} spacing="md">
              <Section title="还没有点名" empty="过去的课都点过名了。">
                {toDo.unmarked.map((due) => (
                  <SessionLine
                    key={due.session.id}
                    due={due}
                    named={describeSession(due.session)}
                    first={false}
                  />
                ))}
              </Section>
              {administers && (
                <Section title="成绩与证书" empty="没有等着登记的成绩和等着发的证书。">
                  {toDo.due.map((due) => (
                    <ClassLine key={due.of.id} due={due} />
                  ))}
                </Section>
              )}
            </SimpleGrid>
          )}
          {administers && (
            <SimpleGrid cols={2} spacing="md">
              <MissingThings today={today} />
              <YearProgress today={today} />
            </SimpleGrid>
          )}
          {toDo && teaches && (
            <Section title="未来七天" empty="未来七天没有课。">
              {toDo.coming.map(({ session, of, learners }) => (
                <Text key={session.id} size="sm">
                  <b>{describeSession(session)}</b>　{of.title}　{session.topic}　{session.place}　{learners}{' '}
                  人
                </Text>
              ))}
            </Section>
          )}
        </Stack>
      </ScrollArea>
    </Page>
  );
}
