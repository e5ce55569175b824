import { Button, Divider, Drawer, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconChartBar, IconFileSpreadsheet, IconPrinter, IconSend } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { describePeriod, yearBefore, yearPeriod } from '../../../shared/domain/base/period.ts';
import {
  type Breakdown,
  breakdowns,
  type Period,
  period as periodSchema,
} from '../../../shared/domain/base/statistics.ts';
import { submissionsOf } from '../../../shared/domain/base/submission.ts';
import { changedFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { satisfactionText } from '../../../shared/papers/base/figure-words.ts';
import { statisticsPaper } from '../../../shared/papers/base/statistics.ts';
import { statisticsWorkbook } from '../../../shared/papers/base/statistics-workbook.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import { submissionFindings } from '../../../shared/regulation/submission-checks.ts';
import { type TrainingFact, trainingFacts } from '../../../shared/regulation/training-facts.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { readBase } from '../../records/base/queries.ts';
import { mustGetBase } from '../../records/lookups.ts';
import { readRecords } from '../../records/statistics/records.ts';
import { AcknowledgementFilesButton } from './acknowledgement-files-button.tsx';
import { AuthoritiesPanel } from './authorities-panel.tsx';
import { BreakdownTable, compared } from './breakdown-table.tsx';
import { Figures } from './figures.tsx';
import { PeopleDrawer } from './people-drawer.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { SubmissionForm } from './submission-form.tsx';
import { SubmissionList } from './submission-list.tsx';

async function countPeriod(database: BaseDatabase, period: Period, today: string) {
  const past = yearBefore(period);
  const [records, earlier] = await Promise.all([readRecords(database, period), readRecords(database, past)]);
  const [now, before] = [statisticsOf(records, period), statisticsOf(earlier, past)];
  const facts = trainingFacts(records, period);
  return { now, before, facts, findings: submissionFindings(records, facts, now, before, today) };
}

/** What 第28条 asks for, for any period: figures, what they are made of, and papers of them. */
export function StatisticsPage() {
  const { database } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const printed = usePrintedDocument();
  const [parameters] = useSearchParams();
  const [period, setPeriod] = useState<Period>(() => {
    const asked = periodSchema.safeParse({ from: parameters.get('from'), to: parameters.get('to') });
    return asked.success ? asked.data : yearPeriod(civilYear(today));
  });
  const [breakdown, setBreakdown] = useState<Breakdown>('month');
  const [shown, setShown] = useState<{ title: string; facts: TrainingFact[] } | null>(null);
  const counted = useLiveQuery(() => countPeriod(database, period, today), [database, period, today]);
  const [submitting, setSubmitting] = useState(false);
  const base = useQuery(readBase);
  const submissions = useLiveQuery(() => database.rows.submissions.orderBy('id').toArray(), [database]) ?? [];
  const last = submissionsOf(submissions, period).at(-1) ?? null;
  const drift = last && counted ? changedFigures(last.statistics, counted.now).length : 0;
  const save = () =>
    attempt(async () => {
      if (!counted) return;
      const { profile } = await mustGetBase(database);
      const { now, before } = counted;
      download(await host.sheets.write(statisticsWorkbook(profile, now, before, today)));
    });
  const print = () =>
    attempt(async () => {
      if (!counted) return;
      const { profile } = await mustGetBase(database);
      await printed.show([statisticsPaper(profile, counted.now, counted.before, today)]);
    });
  return (
    <Page
      title="统计上报"
      subtitle="第28条要的人、时、费，任何一段时间都由记录数出来；点一行看里面是谁"
      action={
        <>
          <Button
            variant="default"
            disabled={!counted}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            onClick={save}
          >
            导出 Excel
          </Button>
          <Button
            variant="default"
            disabled={!counted}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={print}
          >
            打印统计表
          </Button>
          <Button
            disabled={!counted}
            leftSection={<IconSend size={16} aria-hidden />}
            onClick={() => setSubmitting(true)}
          >
            报送
          </Button>
        </>
      }
    >
      <PeriodPicker period={period} onChange={setPeriod} />
      {drift > 0 && (
        <Warning mt="xs">
          {describePeriod(period)}报送之后有 {drift} 个数变了，须报更正。
        </Warning>
      )}
      {counted && counted.now.totals.sessions === 0 && counted.now.totals.outsideEntries === 0 ? (
        <EmptyState
          icon={IconChartBar}
          title={`${describePeriod(period)}没有课次`}
          hint="换一段时间，或先在培训班里排课、点名。"
        />
      ) : (
        counted && (
          <Stack gap="xs" mt="xs" flex={1} mih={0}>
            <Figures now={counted.now} before={counted.before} />
            <Group justify="space-between">
              <SegmentedControl
                size="xs"
                aria-label="怎么分"
                data={choices(breakdowns)}
                value={breakdown}
                onChange={(value) => setBreakdown(value as Breakdown)}
              />
              <Text size="sm">满意度：{satisfactionText(counted.now)}</Text>
            </Group>
            <BreakdownTable
              label={breakdowns[breakdown]}
              hasBefore={breakdown !== 'class'}
              rows={compared(breakdown, counted.now.by[breakdown], counted.before.by[breakdown])}
              onOpen={({ key, label }) =>
                setShown({ title: label, facts: counted.facts.filter(({ keys }) => keys[breakdown] === key) })
              }
            />
          </Stack>
        )
      )}
      <PeopleDrawer title={shown?.title ?? ''} facts={shown?.facts ?? null} onClose={() => setShown(null)} />
      <Drawer
        opened={submitting}
        onClose={() => setSubmitting(false)}
        position="right"
        size={640}
        title={<Text fw={600}>{describePeriod(period)}统计报送</Text>}
      >
        <Stack>
          {counted && base && (
            <SubmissionForm
              key={`${last?.id} ${JSON.stringify(period)}`}
              counted={counted}
              findings={counted.findings}
              last={last}
              recipient={base.profile.authority}
              onDone={() => undefined}
            />
          )}
          <Divider />
          <Group justify="space-between">
            <Title order={2} size="h5">
              报送记录
            </Title>
            <AcknowledgementFilesButton />
          </Group>
          <SubmissionList submissions={submissions} />
          <Divider />
          <Title order={2} size="h5">
            主管部门的公钥
          </Title>
          <AuthoritiesPanel />
        </Stack>
      </Drawer>
      <JobProgress label="正在制作统计表" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Page>
  );
}
