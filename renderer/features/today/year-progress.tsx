import { Anchor, Group, Paper, Progress, RingProgress, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { elapsedShare } from '../../../shared/regulation/yearly-requirement.ts';
import { useRecords } from '../../components/records-context.tsx';
import { type BaseYear, baseYear } from '../../records/yearly-hours/queries.ts';

const colors = { met: 'teal.8', onPace: 'blue.6', atRisk: '#b93815', short: 'red.8' } as const;

function Count({ count, label, color, to }: { count: number; label: string; color: string; to: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <span
        aria-hidden
        style={{ width: 10, height: 10, borderRadius: 2, background: `var(--mantine-color-${color})` }}
      />
      <Text size="sm">
        {label}{' '}
        <Anchor component={Link} href={to} fw={600}>
          {count.toLocaleString('zh-CN')} 人
        </Anchor>
      </Text>
    </Group>
  );
}

/** Hours of each month as bars, the highest as high as there is room. */
function MonthBars({ months }: { months: BaseYear['months'] }) {
  const hours = Array.from({ length: 12 }, (_, index) => {
    const { general = 0, professional = 0 } = months[String(index + 1).padStart(2, '0')] ?? {};
    return general + professional;
  });
  const most = Math.max(1, ...hours);
  return (
    <Group
      gap={6}
      align="flex-end"
      wrap="nowrap"
      role="img"
      aria-label={`各月学时：${hours.map((sum, index) => `${index + 1}月 ${sum}`).join('，')}`}
    >
      {hours.map((sum, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the twelve months do not move
        <Stack key={index} gap={2} align="center" aria-hidden title={`${index + 1} 月 ${sum} 学时`}>
          <Progress
            orientation="vertical"
            h={64}
            w={14}
            value={(sum / most) * 100}
            color="indigo"
            radius="sm"
          />
          <Text size="xs" c="dimmed">
            {index + 1}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}

/** How far the base's learners are this year (第11条), and its hours month by month. */
export function YearProgress({ today }: { today: string }) {
  const { database } = useRecords();
  const year = civilYear(today);
  const progress = useLiveQuery(() => baseYear(database, year, today), [database, year, today]);
  if (!progress || progress.people === 0) return null;
  const { people, states, months, hours } = progress;
  const share = (count: number) => (count / people) * 100;
  const to = (show: string) => `/employers/all?year=${year}&show=${show}`;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        {year} 年进度
      </Title>
      <Group gap="xl" align="center">
        <RingProgress
          size={104}
          thickness={12}
          sections={(['met', 'onPace', 'atRisk', 'short'] as const).map((state) => ({
            value: share(states[state]),
            color: colors[state],
          }))}
          label={
            <Text ta="center" size="sm" fw={600}>
              {Math.floor(share(states.met))}%
            </Text>
          }
        />
        <Stack gap={4}>
          <Count count={states.met} label="已达标" color="teal-8" to={to('met')} />
          <Count count={states.onPace} label="进行中" color="blue-6" to={to('onPace')} />
          <Count count={states.atRisk} label="有风险" color="orange-9" to={to('atRisk')} />
          <Text size="xs" c="dimmed">
            今年已过 {Math.floor(elapsedShare(year, today) * 100)}%，要求公需 30、专业 60 学时
          </Text>
        </Stack>
        <Stack gap={4}>
          <Text size="sm">
            本年共{' '}
            <Anchor component={Link} href={to('all')} fw={600}>
              {hours.toLocaleString('zh-CN')} 学时
            </Anchor>
            ，按月：
          </Text>
          <MonthBars months={months} />
        </Stack>
      </Group>
    </Paper>
  );
}
