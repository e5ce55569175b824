import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Page } from '../../components/page.tsx';
import { useQuery } from '../../components/use-query.ts';
import { listRuns, readSurveys } from '../../records/surveys/queries.ts';
import { ComparePanel } from './compare-panel.tsx';
import { FormList } from './form-list.tsx';
import { NewSurveyDrawer } from './new-survey-drawer.tsx';
import { OpenRunDrawer } from './open-run-drawer.tsx';
import { RunList } from './run-list.tsx';

const parts = [
  { value: 'runs', label: '调查' },
  { value: 'forms', label: '问卷' },
  { value: 'compare', label: '对比' },
];

/** Evaluation (第24条): what is asked, where it was asked, and how the answers compare. */
export function SurveysPage() {
  const [parameters, setParameters] = useSearchParams();
  const part = parameters.get('part') ?? 'runs';
  const [open, setOpen] = useState<'survey' | 'run' | null>(null);
  const surveys = useQuery(readSurveys);
  const runs = useQuery(listRuns);
  if (!surveys || !runs) return null;
  const isForms = part === 'forms';
  const begin = (
    <Button
      leftSection={isForms ? <IconPlus size={16} aria-hidden /> : <IconSend size={16} aria-hidden />}
      onClick={() => setOpen(isForms || surveys.length === 0 ? 'survey' : 'run')}
    >
      {isForms || surveys.length === 0 ? '新建问卷' : '发放问卷'}
    </Button>
  );
  const collecting = runs.filter(({ closed }) => closed === null).length;
  return (
    <Page
      title="评估"
      subtitle={`${surveys.length} 种问卷，${runs.length} 次调查${collecting > 0 ? `，${collecting} 次正在收集` : ''}。结果是下一年计划的依据（第24条）`}
      action={begin}
    >
      <SegmentedControl
        aria-label="评估的部分"
        data={parts}
        value={part}
        onChange={(value) => setParameters({ part: value })}
        style={{ alignSelf: 'flex-start' }}
        mb="sm"
      />
      {part === 'runs' && <RunList runs={runs} hasSurveys={surveys.length > 0} begin={begin} />}
      {isForms && <FormList surveys={surveys} begin={begin} />}
      {part === 'compare' && <ComparePanel />}
      <NewSurveyDrawer opened={open === 'survey'} onClose={() => setOpen(null)} />
      <OpenRunDrawer opened={open === 'run'} surveys={surveys} classId={null} onClose={() => setOpen(null)} />
    </Page>
  );
}
