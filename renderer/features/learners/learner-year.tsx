import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileCertificate, IconPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import {
  describeShortfall,
  yearlyStanding,
  yearlyStateOn,
} from '../../../shared/regulation/yearly-requirement.ts';
import { useToday } from '../../components/clock.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StandingBadge } from '../../components/standing-badge.tsx';
import { useTranscripts } from '../../components/use-transcripts.ts';
import { YearSelect } from '../../components/year-select.tsx';
import type { LearnerRow } from '../../records/access.ts';
import { linesOfYear, type StatedLine } from '../../records/transcripts/statement.ts';
import { hoursOfYear } from '../../records/yearly-hours/hours-of-year.ts';

function Lines({ lines }: { lines: readonly StatedLine[] }) {
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>来源</Table.Th>
          <Table.Th>科目或方式</Table.Th>
          <Table.Th ta="right" w={64}>
            公需
          </Table.Th>
          <Table.Th ta="right" w={64}>
            专业
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={`${line.firstDate} ${line.title} ${line.kind}`}>
            <Table.Td>
              {line.title}
              <Text size="xs" c="dimmed">
                {line.period}　{line.evidence}
              </Text>
            </Table.Td>
            <Table.Td>{line.kind}</Table.Td>
            <Table.Td ta="right">{line.general || ''}</Table.Td>
            <Table.Td ta="right">{line.professional || ''}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How far a learner is in a year (第11条) and line by line from what, with the transcript of it. */
export function LearnerYear({ learner }: { learner: LearnerRow }) {
  const { database } = useRecords();
  const today = useToday();
  const [year, setYear] = useState(civilYear(today));
  const transcripts = useTranscripts();
  const found = useLiveQuery(async () => {
    const [hours, lines] = await Promise.all([
      hoursOfYear(database, learner.id, year),
      linesOfYear(database, learner.id, year),
    ]);
    return { hours, lines };
  }, [database, learner.id, year]);
  if (!found) return null;
  const { hours, lines } = found;
  const standing = yearlyStanding(hours);
  const { met, general, professional, total } = standing;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          年度学时
        </Title>
        <YearSelect year={year} onChange={setYear} />
      </Group>
      <Group gap="xs">
        <Text size="sm">
          公需 {general.hours}/{general.required}，专业 {professional.hours}/{professional.required}，合计{' '}
          {total.hours}/{total.required} 学时
        </Text>
        <StandingBadge state={yearlyStateOn(hours, year, today)} />
        <Text size="sm" c="dimmed">
          {met ? `${hours.metOn.all} 达标` : `还差 ${describeShortfall(standing)}`}
        </Text>
      </Group>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {year} 年还没有学时。点名后自动计入；别处取得的学时请登记并附证明。
        </Text>
      ) : (
        <Lines lines={lines} />
      )}
      <Group gap="xs">
        <Button
          variant="default"
          disabled={lines.length === 0}
          leftSection={<IconFileCertificate size={16} aria-hidden />}
          onClick={() => transcripts.issue(year, [learner.id], `学时证明 ${learner.name} ${year}`)}
        >
          开具 {year} 年学时证明
        </Button>
        <Button
          component={Link}
          href={`/outside-hours?learner=${learner.id}`}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          登记外部学时
        </Button>
        <Anchor component={Link} href={`/transcripts?q=${encodeURIComponent(learner.name)}`} size="sm">
          已开具的证明
        </Anchor>
      </Group>
      <JobProgress label="正在制作学时证明" job={transcripts.job} onCancel={transcripts.cancel} />
      <PdfPreview pdf={transcripts.preview} onClose={transcripts.closePreview} />
    </Stack>
  );
}
