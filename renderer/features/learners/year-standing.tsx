import { Group, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { civilYear } from '../../../shared/domain/civil-date.ts';
import { yearlyStanding } from '../../../shared/regulation/yearly-requirement.ts';
import { useToday } from '../../components/clock.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useDatabase } from '../../database/context.tsx';
import { hoursOfYear } from './year-hours.ts';

/** How far a learner is this year (第11条), for whoever asks at the desk. */
export function YearStanding({ learnerId }: { learnerId: string }) {
  const { database } = useDatabase();
  const year = civilYear(useToday());
  const hours = useLiveQuery(() => hoursOfYear(database, learnerId, year), [database, learnerId, year]);
  if (!hours) return null;
  const { met, general, professional, total } = yearlyStanding(hours);
  const short = [
    ...(general.short > 0 ? [`公需 ${general.short}`] : []),
    ...(professional.short > 0 ? [`专业 ${professional.short}`] : []),
  ];
  return (
    <Group gap="xs">
      <Text size="sm">
        {year} 年在本基地：公需 {general.hours}/{general.required}，专业 {professional.hours}/
        {professional.required}，合计 {total.hours}/{total.required} 学时
      </Text>
      <StateBadge tone={met ? 'good' : 'warning'}>
        {met ? '已满足第11条' : `还差 ${short.join('、')}`}
      </StateBadge>
    </Group>
  );
}
