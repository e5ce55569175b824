import { Group, Progress, SegmentedControl, Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { audiences } from '../../../shared/domain/survey.ts';
import { choices } from '../../components/choices.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useDatabase } from '../../database/context.tsx';
import { type Grouping, type GroupLine, groupings, groupResults } from './compare.ts';
import { readResults } from './queries.ts';
import { differenceText, meanText, percentText } from './result-words.ts';

function columnsOf(grouping: Grouping): RecordColumn<GroupLine>[] {
  return [
    { key: 'label', header: groupings[grouping], render: ({ label }) => label },
    { key: 'runs', header: '次数', width: 70, align: 'right', render: ({ runs }) => runs },
    {
      key: 'back',
      header: '收回/发出',
      width: 110,
      align: 'right',
      render: ({ answers, given }) => `${answers}/${given}`,
    },
    {
      key: 'rate',
      header: '回收率',
      width: 90,
      align: 'right',
      render: ({ responseRate }) => percentText(responseRate),
    },
    { key: 'mean', header: '均分', width: 80, align: 'right', render: ({ mean }) => meanText(mean) },
    {
      key: 'bar',
      header: '满分 5',
      width: 140,
      render: ({ mean, label }) => (
        <Progress value={((mean ?? 0) / 5) * 100} size={12} aria-label={`${label} 的均分`} />
      ),
    },
    {
      key: 'satisfaction',
      header: '满意率',
      width: 90,
      align: 'right',
      render: ({ satisfactionRate }) => percentText(satisfactionRate),
    },
    {
      key: 'difference',
      header: '比其余的',
      width: 190,
      render: ({ mean, difference }) => (mean === null ? '不足 5 份，不显示' : differenceText(difference)),
    },
  ];
}

/** Results side by side: classes, trainers, courses or years, each against all others. */
export function ComparePanel() {
  const { database } = useDatabase();
  const [grouping, setGrouping] = useState<Grouping>('class');
  const [audience, setAudience] = useState<keyof typeof audiences>('learners');
  const found = useLiveQuery(async () => {
    const [results, courses] = await Promise.all([
      readResults(database, 'all'),
      database.rows.courses.toArray(),
    ]);
    return { results, courses: new Map(courses.map(({ id, title }) => [id, title])) };
  }, [database]);
  if (!found) return null;
  const own = found.results.filter(({ run }) => run.audience === audience);
  const lines = groupResults(own, grouping, (id) => found.courses.get(id) ?? '');
  return (
    <>
      <Group mb="sm">
        <SegmentedControl
          aria-label="按什么对比"
          data={choices(groupings)}
          value={grouping}
          onChange={(value) => setGrouping(value as Grouping)}
        />
        <Select
          aria-label="谁的评价"
          w={140}
          allowDeselect={false}
          data={choices(audiences)}
          value={audience}
          onChange={(value) => value && setAudience(value as typeof audience)}
        />
      </Group>
      {lines.length === 0 ? (
        <EmptyState
          icon={IconChartBar}
          title="还没有可以对比的结果"
          hint="调查结束收集、收回 5 份以上，就会出现在这里。"
        />
      ) : (
        <RecordTable label="评估对比" rows={lines} columns={columnsOf(grouping)} rowKey={({ key }) => key} />
      )}
    </>
  );
}
