import { Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { IconCertificate, IconChevronDown, IconFiles, IconPrinter, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { describeResult } from '../../../shared/domain/teaching/assessment.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { attendancePercent } from '../../../shared/regulation/attendance-rate.ts';
import { describeReason } from '../../../shared/regulation/certificate-verdict.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { sayDone } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { usePrinting } from '../../components/printing/certificate-printing.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { type Candidate, type Standing, standingOf } from '../../records/certificates/candidates.ts';
import { issueCertificates } from '../../records/certificates/certificate-commands.ts';
import { printChoice } from '../../records/designs/print-means.ts';
import { OpenPrintRuns } from './open-print-runs.tsx';
import { useCandidates } from './use-candidates.ts';

type Filter = 'all' | Standing;

function Verdict({ candidate }: { candidate: Candidate }) {
  const { certificate, verdict } = candidate;
  if (certificate?.toReplace) return <StateBadge tone="warning">{`待更正 ${certificate.number}`}</StateBadge>;
  if (certificate) return <StateBadge tone="good">{`已发 ${certificate.number}`}</StateBadge>;
  if (verdict.eligible) return <StateBadge tone="waiting">可以发证</StateBadge>;
  const reasons = verdict.reasons.map(describeReason).join('；');
  return (
    <Group gap={6} wrap="nowrap" title={reasons}>
      <StateBadge tone="bad">不能发证</StateBadge>
      <Text component="span" size="md" truncate>
        {reasons}
      </Text>
    </Group>
  );
}

const columns: RecordColumn<Candidate>[] = [
  { key: 'index', header: '序号', width: 60, align: 'right', render: (_, index) => index + 1 },
  { key: 'name', header: '姓名', width: 140, render: ({ learner }) => learner.name },
  { key: 'lastFour', header: '尾号', width: 70, render: ({ learner }) => learner.lastFour },
  {
    key: 'rate',
    header: '出勤',
    width: 110,
    align: 'right',
    render: ({ verdict: { rate } }) => `${rate.attended}/${rate.planned}　${attendancePercent(rate)}%`,
  },
  {
    key: 'general',
    header: '公需',
    width: 64,
    align: 'right',
    render: ({ verdict }) => verdict.hours.general,
  },
  {
    key: 'professional',
    header: '专业',
    width: 64,
    align: 'right',
    render: ({ verdict }) => verdict.hours.professional,
  },
  {
    key: 'total',
    header: '学时',
    width: 64,
    align: 'right',
    render: ({ verdict }) => <b>{verdict.hours.total}</b>,
  },
  {
    key: 'result',
    header: '考核',
    width: 90,
    render: ({ assessment }) => (assessment ? describeResult(assessment) : '—'),
  },
  { key: 'verdict', header: '结论', render: (candidate) => <Verdict candidate={candidate} /> },
];

/** Who qualifies and why not, issue for all who do, then one PDF for the class or one file each. */
export function CertificatesTab({ of }: { of: TrainingClass }) {
  const { execute } = useRecords();
  const today = useToday();
  const candidates = useCandidates(of, today);
  const printing = usePrinting();
  const mayIssue = useMay(issueCertificates);
  const [filter, setFilter] = useState<Filter>('all');
  if (!candidates) return null;
  const eligible = candidates.filter(({ verdict }) => verdict.eligible);
  const issued = candidates.flatMap(({ certificate }) => (certificate ? [certificate] : []));
  const printable = issued.filter(({ toReplace }) => !toReplace);
  const refused = candidates.length - eligible.length - issued.length;
  if (candidates.length === 0) {
    return <EmptyState icon={IconUsersPlus} title="班里还没有学员" hint="先到“学员”里加入学员。" />;
  }
  const issue = () =>
    confirmAct({
      title: `为 ${eligible.length} 名学员发证？`,
      consequence: `证书内容从现在起固定下来，编号连续且不会重复。${refused > 0 ? `另有 ${refused} 人不符合条件，不发证。` : ''}`,
      act: '发证',
      perform: async () => {
        const certificates = await execute(issueCertificates, {
          classId: of.id,
          learnerIds: eligible.map(({ learner }) => learner.id),
          desk: printChoice().desk,
        });
        sayDone(`已发 ${certificates.length} 张证书`);
        await printing.show(certificates, `证书 ${of.number} ${of.title}`);
      },
    });
  return (
    <>
      <OpenPrintRuns certificateIds={new Set(issued.map(({ id }) => id))} onResume={printing.resume} />
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          aria-label="显示哪些学员"
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={[
            { value: 'all', label: `全部 ${candidates.length}` },
            { value: 'eligible', label: `可以发证 ${eligible.length}` },
            { value: 'issued', label: `已发 ${issued.length}` },
            { value: 'refused', label: `不能发证 ${refused}` },
          ]}
        />
        <Group gap="xs">
          {printable.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                  打印已发的 {printable.length} 张
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  onClick={() => printing.show(printable, `证书 ${of.number} ${of.title}`)}
                >
                  全班一个 PDF
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconFiles size={16} aria-hidden />}
                  onClick={() => printing.handOut(printable, `证书 ${of.number}`)}
                >
                  每人一个文件
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          {mayIssue && (
            <Button
              disabled={eligible.length === 0}
              leftSection={<IconCertificate size={16} aria-hidden />}
              onClick={issue}
            >
              为 {eligible.length} 人发证
            </Button>
          )}
        </Group>
      </Group>
      <RecordTable
        label="发证情况"
        rows={candidates.filter((candidate) => filter === 'all' || standingOf(candidate) === filter)}
        columns={columns}
        rowKey={({ learner }) => learner.id}
        onOpen={({ certificate, learner }) => {
          if (certificate) void printing.show([certificate], `证书 ${certificate.number} ${learner.name}`);
        }}
      />
      <JobProgress label="正在制作证书" job={printing.job} onCancel={printing.cancel} />
      <PdfPreview pdf={printing.preview} onClose={printing.closePreview} />
    </>
  );
}
