import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { addDays, chineseDate, civilYear } from '../../../shared/domain/base/civil-date.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import { complianceLines } from '../../../shared/regulation/compliance.ts';
import { useDatabase } from '../../database/context.tsx';
import type { BaseDatabase } from '../../database/schema.ts';
import { readFacts } from '../compliance/index.ts';
import { openDisputes } from '../handovers/index.ts';
import { readSubmissionDuties } from '../statistics/index.ts';

interface Missing {
  label: string;
  count: number;
  to: string;
}

/** What is missing, each with the list that mends it; nothing where nothing is. */
export async function readMissing(database: BaseDatabase, today: string): Promise<Missing[]> {
  const year = civilYear(today);
  const read = await readFacts(database, year, today);
  if (!read) return [];
  const { toClose, facts } = read;
  const unproven = await database.rows.outsideEntries.where('unprovenDate').above('').count();
  const duties = complianceLines(facts).filter(({ state }) => state === 'missing').length;
  const [collecting, tasks] = await Promise.all([
    database.rows.surveyRuns.filter(({ closed }) => closed === null).count(),
    database.rows.improvementTasks
      .filter(({ done, dueOn }) => done === null && dueOn <= addDays(today, 14))
      .toArray(),
  ]);
  const [task] = tasks.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const reports = (await readSubmissionDuties(database, today)).map(({ period, due, isOverdue }) => ({
    label: `${describePeriod(period)}统计还没有报送（${chineseDate(due)}${isOverdue ? '已过期' : '到期'}）`,
    count: 1,
    to: `/statistics?from=${period.from}&to=${period.to}`,
  }));
  const disputes = await openDisputes(database, null);
  const line = task && (await database.rows.planLines.get(task.planLineId));
  return [
    ...reports,
    {
      label: '两台电脑记的不一样、等着决定的点名',
      count: disputes.length,
      to: `/classes/${disputes[0]?.classId}`,
    },
    { label: '超过期限没有结班的培训班', count: toClose.overdue, to: '/classes?show=overdue' },
    { label: '已结束、等着结班的培训班', count: toClose.waiting, to: '/classes?show=ended' },
    { label: '今年已结班、还没有归档的培训班', count: facts.classes.closed - facts.filed, to: '/archives' },
    { label: '收费与公示不符的培训班', count: facts.disclosure.undisclosed, to: '/disclosure' },
    { label: '更正后待重发的证书', count: facts.certificates.toReplace, to: '/certificates?state=toReplace' },
    { label: '正在收集的评估', count: collecting, to: '/surveys' },
    {
      label: '两周内到期的改进任务',
      count: tasks.length,
      to: line ? `/plan?year=${line.year}&open=${line.id}` : '/plan',
    },
    { label: '没有证明的外部学时', count: unproven, to: '/outside-hours?show=unproven' },
    { label: '办法要求、还没有依据的事项', count: duties, to: '/compliance?show=open' },
  ].filter(({ count }) => count > 0);
}

/** What is missing this year; each number opens its list. */
export function MissingThings({ today }: { today: string }) {
  const { database } = useDatabase();
  const missing = useLiveQuery(() => readMissing(database, today), [database, today]);
  if (!missing) return null;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        还缺什么
      </Title>
      {missing.length === 0 ? (
        <Text size="sm" c="dimmed">
          今年该办的都办了。
        </Text>
      ) : (
        <Stack gap="xs">
          {missing.map(({ label, count, to }) => (
            <Group key={label} justify="space-between" wrap="nowrap">
              <Text>{label}</Text>
              <Button
                component={Link}
                href={to}
                size="compact-md"
                variant="light"
                aria-label={`${label} ${count}`}
              >
                {count}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  );
}
