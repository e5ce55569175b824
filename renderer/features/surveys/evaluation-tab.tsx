import { Button, Group, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { listRuns, readSurveys } from '../../records/surveys/queries.ts';
import { openSurveyRun } from '../../records/surveys/run-commands.ts';
import { OpenRunDrawer } from './open-run-drawer.tsx';
import { RunList } from './run-list.tsx';

/** The evaluations of one class (第24条): those under way, and what came of the others. */
export function EvaluationTab({ of }: { of: TrainingClass }) {
  const surveys = useQuery(readSurveys);
  const runs = useQuery(listRuns, of.id);
  const mayOpen = useMay(openSurveyRun);
  const [opened, setOpened] = useState(false);
  if (!surveys || !runs) return null;
  const begin = mayOpen && (
    <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setOpened(true)}>
      发放问卷
    </Button>
  );
  return (
    <>
      {runs.length > 0 && (
        <Group justify="space-between" mb="sm">
          <Text size="sm" c="dimmed">
            结束收集以后，结果进入本班档案；教师的评分记入师资名册。
          </Text>
          {begin}
        </Group>
      )}
      <RunList runs={runs} hasSurveys={surveys.length > 0} begin={begin} />
      <OpenRunDrawer opened={opened} surveys={surveys} classId={of.id} onClose={() => setOpened(false)} />
    </>
  );
}
