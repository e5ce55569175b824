import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import type { RecordedDuty } from '../../../shared/domain/base/duty-record.ts';
import { type Inspection, inspectionFile } from '../../../shared/papers/base/inspection-file.ts';
import {
  complianceLines,
  type DutyLine,
  type DutyState,
  dutyStates,
  type Mend,
} from '../../../shared/regulation/compliance.ts';
import { useToday } from '../../components/clock.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge, type StateTone } from '../../components/state-badge.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { YearSelect } from '../../components/year-select.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { classesOfYear, countIssued, readFacts } from '../../records/compliance/facts.ts';
import { DutyDrawer } from './duty-drawer.tsx';

const tones: Record<DutyState, StateTone> = {
  done: 'good',
  attention: 'warning',
  missing: 'bad',
  note: 'neutral',
};

const pages: Record<Extract<Mend, { kind: 'page' }>['page'], { path: string; label: string }> = {
  disclosure: { path: '/disclosure', label: '去收费公示' },
  archives: { path: '/archives', label: '去档案' },
  trainers: { path: '/trainers', label: '去师资' },
  facilities: { path: '/facilities', label: '去办学条件' },
  surveys: { path: '/surveys', label: '去评估' },
  classes: { path: '/classes', label: '看培训班' },
  employers: { path: '/employers?show=atRisk', label: '看单位' },
  settings: { path: '/settings', label: '改资料' },
  certificates: { path: '/certificates?state=toReplace', label: '看证书' },
  outsideHours: { path: '/outside-hours?show=unproven', label: '补证明' },
  courses: { path: '/courses', label: '看课程' },
  plan: { path: '/plan', label: '看计划' },
};

function MendLink({ line, onRecord }: { line: DutyLine; onRecord(duty: RecordedDuty): void }) {
  const { mend, state, label } = line;
  if (mend === null) return null;
  if (mend.kind === 'record') {
    const { duty } = mend;
    return (
      <Button
        size="compact-sm"
        variant={state === 'missing' ? 'filled' : 'light'}
        aria-label={`登记依据 ${label}`}
        onClick={() => onRecord(duty)}
      >
        登记依据
      </Button>
    );
  }
  const { path, label: to } = pages[mend.page];
  return (
    <Button component={Link} href={path} size="compact-sm" variant="light" aria-label={`${to} ${label}`}>
      {to}
    </Button>
  );
}

function columnsWith(onRecord: (duty: RecordedDuty) => void): RecordColumn<DutyLine>[] {
  return [
    { key: 'article', header: '条', width: 76, render: ({ article }) => `第${article}条` },
    { key: 'label', header: '要求', width: 290, render: ({ label }) => label },
    {
      key: 'state',
      header: '状态',
      width: 104,
      render: ({ state }) => <StateBadge tone={tones[state]}>{dutyStates[state]}</StateBadge>,
    },
    {
      key: 'evidence',
      header: '依据或所缺',
      render: ({ evidence }) => <span title={evidence}>{evidence}</span>,
    },
    {
      key: 'mend',
      header: '去办',
      width: 110,
      render: (line) => <MendLink line={line} onRecord={onRecord} />,
    },
  ];
}

async function inspectionOf(
  database: BaseDatabase,
  year: number,
  today: string,
  lines: readonly DutyLine[],
): Promise<Inspection | null> {
  const [stored, ofYear] = await Promise.all([database.rows.base.get('base'), classesOfYear(database, year)]);
  if (!stored) return null;
  const classes = await Promise.all(
    ofYear
      .sort((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''))
      .map(async (of) => ({
        of,
        learners: await database.rows.enrolments.where('classId').equals(of.id).count(),
        certificates: await database.rows.certificates
          .where('classId')
          .equals(of.id)
          .and(({ state }) => state === 'valid')
          .count(),
      })),
  );
  return { base: stored, year, lines, classes, today };
}

/** Every duty the measures lay on the base, how it stands, what shows it and where it is mended. */
export function CompliancePage() {
  const { database } = useRecords();
  const today = useToday();
  const printed = usePrintedDocument();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year') ?? civilYear(today));
  const [filter, setFilter] = useState<'all' | 'open'>(parameters.get('show') === 'open' ? 'open' : 'all');
  const [duty, setDuty] = useState<RecordedDuty | null>(null);
  const facts = useLiveQuery(async () => {
    const [read, issued] = await Promise.all([readFacts(database, year, today), countIssued(database, year)]);
    return read && { ...read.facts, certificates: { ...read.facts.certificates, issued } };
  }, [database, year, today]);
  if (!facts) return null;
  const lines = complianceLines(facts);
  const open = lines.filter(({ state }) => state === 'missing' || state === 'attention');
  const print = () =>
    attempt(async () => {
      const inspection = await inspectionOf(database, year, today, lines);
      if (!inspection) return;
      await printed.show([inspectionFile(inspection)]);
    });
  return (
    <Page
      title="合规检查"
      subtitle="办法对基地的每一条要求、现在的状态和依据；缺的从右边去补"
      action={
        <Button leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={print}>
          导出检查材料
        </Button>
      }
    >
      <Group mb="sm">
        <YearSelect year={year} onChange={(value) => setParameters({ year: String(value) })} />
        <SegmentedControl
          aria-label="显示哪些要求"
          value={filter}
          onChange={(value) => setFilter(value as 'all' | 'open')}
          data={[
            { value: 'all', label: `全部 ${lines.length}` },
            { value: 'open', label: `待办 ${open.length}` },
          ]}
        />
        {open.length === 0 && (
          <Text size="sm" c="dimmed">
            {year} 年各项都有依据
          </Text>
        )}
      </Group>
      <RecordTable
        label="合规要求"
        rows={filter === 'open' ? open : lines}
        columns={columnsWith((asked) => setDuty(asked))}
        rowKey={({ article, label }) => `${article} ${label}`}
      />
      <DutyDrawer
        duty={duty}
        year={year}
        today={today}
        records={facts.records}
        onClose={() => setDuty(null)}
      />
      <JobProgress label="正在制作检查材料" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Page>
  );
}
