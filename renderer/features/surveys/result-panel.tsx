import { Alert, Button, Checkbox, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { percentText } from '../../../shared/domain/base/percent.ts';
import { groupByWords } from '../../../shared/domain/surveys/frequent-words.ts';
import type { Question } from '../../../shared/domain/surveys/survey.ts';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { answersWorkbook } from '../../../shared/papers/surveys/answers-workbook.ts';
import { reportPaper } from '../../../shared/papers/surveys/report.ts';
import {
  comparisonText,
  figuresText,
  meanText,
  tooFew,
} from '../../../shared/papers/surveys/result-words.ts';
import {
  compareQuestion,
  questionCounts,
  type RunResult,
  scoredQuestions,
  textsOf,
} from '../../../shared/regulation/run-result.ts';
import type { ResultLine } from '../../../shared/regulation/survey-results.ts';
import { momentsOf, satisfaction } from '../../../shared/regulation/survey-statistics.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { readResults } from '../../records/surveys/queries.ts';
import { DistributionBar, ScaleLegend } from './distribution-bar.tsx';

function Figure({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={700}>
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </Paper>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <Stack gap={6}>
      {groupByWords(texts).map(({ word, texts: own }) => (
        <div key={word ?? ''}>
          <Text size="sm" fw={600}>
            {word === null ? '其他' : `“${word}”`}（{own.length}）
          </Text>
          {own.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same
            <Text key={at} size="sm" pl="md">
              {text}
            </Text>
          ))}
        </div>
      ))}
    </Stack>
  );
}

function Line({ line, texts }: { line: ResultLine; texts: readonly string[] }) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={500}>
          {line.label}
        </Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {figuresText(line)}
        </Text>
      </Group>
      <DistributionBar line={line} />
      {line.question.kind === 'text' && line.isShown && <Texts texts={texts} />}
    </Stack>
  );
}

function Comparisons({ own, others }: { own: RunResult; others: readonly RunResult[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>题目</Table.Th>
          <Table.Th w={80}>均分</Table.Th>
          <Table.Th>和以往比</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {scoredQuestions(own).map(({ id, title }) => {
          const mean = momentsOf(questionCounts(own, id))?.mean;
          return (
            <Table.Tr key={id}>
              <Table.Td>{title}</Table.Td>
              <Table.Td>{meanText(mean)}</Table.Td>
              <Table.Td>{comparisonText(compareQuestion(own, others, id))}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** The scales of some questions, each once. */
function scalesOf(questions: readonly Question[]): string[][] {
  const scales = questions.flatMap((question) => ('labels' in question ? [question.labels] : []));
  return scales.filter((labels, at) => scales.findIndex((one) => one.join() === labels.join()) === at);
}

/** What a closed run says: figures, each question, and how it stands to those before. */
export function ResultPanel({ run }: { run: ListedRun }) {
  const { database } = useRecords();
  const { host } = useHost();
  const base = useQuery(readBase);
  const today = useToday();
  const printed = usePrintedDocument();
  const [withTexts, setWithTexts] = useState(false);
  const found = useLiveQuery(async () => {
    const [results, stored] = await Promise.all([
      readResults(database, 'all'),
      database.rows.surveyAnswers.get(run.id),
    ]);
    const own = results.find((result) => result.run.id === run.id);
    return own && { own, others: results, answers: stored?.answers ?? [] };
  }, [database, run.id]);
  if (!found || !base) return null;
  const { own, others, answers } = found;
  const { overall, low } = own;
  const { name } = base.profile;
  const print = () =>
    attempt(() => printed.show([reportPaper(name, today, own, others, withTexts ? answers : null)]));
  const save = () =>
    attempt(async () => download(await host.sheets.write(answersWorkbook(name, own, others, answers))));
  return (
    <Stack gap="md" style={{ overflow: 'auto' }}>
      <SimpleGrid cols={4}>
        <Figure
          label="回收率"
          value={percentText(own.responseRate)}
          note={`发出 ${run.given} 份，收回 ${own.answers} 份`}
        />
        <Figure
          label="满意率"
          value={percentText(overall.satisfactionRate)}
          note={`量表题 ${satisfaction(overall.counts).answered} 次作答里打 4、5 分的，没填的不算`}
        />
        <Figure label="均分（满分 5）" value={meanText(overall.mean)} note="不含对教师的评分" />
        <Figure
          label="低分项"
          value={own.isShown ? String(low.length) : '—'}
          note={`低于 ${base.settings.improvementBelowMean} 分的，列入明年计划的改进`}
        />
      </SimpleGrid>
      {own.isShown ? (
        <>
          <Group justify="flex-end">
            <Checkbox
              label="报告里带文字意见（内部用）"
              checked={withTexts}
              onChange={(event) => setWithTexts(event.currentTarget.checked)}
            />
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={save}
            >
              导出数据
            </Button>
            <Button leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={print}>
              评估报告
            </Button>
          </Group>
          {own.version.content.sections.map(({ id, title, questions }) => (
            <Paper key={id} withBorder p="md" component="section" aria-label={title || run.title}>
              {title !== '' && (
                <Title order={2} size="h5" mb="sm">
                  {title}
                </Title>
              )}
              <Stack gap="md">
                {scalesOf(questions).map((labels) => (
                  <ScaleLegend key={labels.join()} labels={labels} />
                ))}
                {own.lines
                  .filter((line) => questions.some((question) => question.id === line.question.id))
                  .map((line) => (
                    <Line key={line.key} line={line} texts={textsOf(answers, line.key)} />
                  ))}
              </Stack>
            </Paper>
          ))}
          <Paper withBorder p="md" component="section" aria-label="和以往比">
            <Title order={2} size="h5" mb="sm">
              和以往比
            </Title>
            <Comparisons own={own} others={others} />
          </Paper>
        </>
      ) : (
        <Alert color="orange" title={tooFew}>
          只收回 {own.answers} 份。为免看出是谁答的，不足 5 份时只显示份数；可以“继续收集”。
        </Alert>
      )}
      <JobProgress label="正在制作报告" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Stack>
  );
}
