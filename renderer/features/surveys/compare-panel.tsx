import { Button, Group, SegmentedControl, Select } from '@mantine/core';
import { IconChartBar, IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { percentText } from '../../../shared/domain/base/percent.ts';
import { audiences } from '../../../shared/domain/surveys/survey.ts';
import { comparisonPaper, comparisonWorkbook } from '../../../shared/papers/surveys/comparison.ts';
import { differenceText, meanText, tooFew } from '../../../shared/papers/surveys/result-words.ts';
import {
  type Grouping,
  type GroupLine,
  groupings,
  groupResults,
} from '../../../shared/regulation/survey-groups.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { readResults } from '../../records/surveys/queries.ts';
import { PointsBar } from './distribution-bar.tsx';

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
      header: '1–5 分的分布',
      width: 170,
      render: ({ counts, label }) => <PointsBar counts={counts} label={label} />,
    },
    {
      key: 'satisfaction',
      header: '满意率',
      width: 90,
      align: 'right',
      render: ({ satisfactionRate }) => percentText(satisfactionRate),
    },
    {
      key: 'net',
      header: '净满意度',
      width: 90,
      align: 'right',
      render: ({ netSatisfaction }) => netSatisfaction ?? '—',
    },
    {
      key: 'difference',
      header: '比其余的',
      width: 190,
      render: ({ mean, difference }) => (mean === null ? tooFew : differenceText(difference)),
    },
  ];
}

/** Results side by side: classes, trainers, courses or years, each against all others. */
export function ComparePanel() {
  const { database } = useRecords();
  const { host } = useHost();
  const base = useQuery(readBase);
  const today = useToday();
  const printed = usePrintedDocument();
  const [grouping, setGrouping] = useState<Grouping>('class');
  const [audience, setAudience] = useState<keyof typeof audiences>('learners');
  const found = useLiveQuery(async () => {
    const [results, courses] = await Promise.all([
      readResults(database, 'all'),
      database.rows.courses.toArray(),
    ]);
    return { results, courses: new Map(courses.map(({ id, title }) => [id, title])) };
  }, [database]);
  if (!found || !base) return null;
  const own = found.results.filter(({ run }) => run.audience === audience);
  const lines = groupResults(own, grouping, (id) => found.courses.get(id) ?? '');
  const about = { issuer: base.profile.name, audience, grouping, lines };
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
        <Button
          ml="auto"
          variant="default"
          disabled={lines.length === 0}
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onClick={() => attempt(async () => download(await host.sheets.write(comparisonWorkbook(about))))}
        >
          导出表格
        </Button>
        <Button
          variant="default"
          disabled={lines.length === 0}
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          onClick={() => attempt(() => printed.show([comparisonPaper(about, today)]))}
        >
          打印对比
        </Button>
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
      <JobProgress label="正在制作" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
}
