import { Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import {
  IconArrowLeft,
  IconBuilding,
  IconChevronDown,
  IconFileCertificate,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPencil,
  IconUsers,
} from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { withDefaultSettings } from '../../../shared/domain/base.ts';
import { civilYear } from '../../../shared/domain/civil-date.ts';
import { employerKinds } from '../../../shared/domain/employer.ts';
import { titleLevels } from '../../../shared/domain/learner.ts';
import { regions } from '../../../shared/domain/region.ts';
import {
  describeShortfall,
  requiredHours,
  yearlyStanding,
} from '../../../shared/regulation/yearly-requirement.ts';
import { useToday } from '../../components/clock.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview, type PreviewedPdf } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useDatabase } from '../../database/context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { useTranscripts } from '../transcripts/index.ts';
import {
  type LearnerStanding,
  passes,
  type StandingFilter,
  standingFilters,
  standingsOf,
} from './queries.ts';
import { StandingBadge } from './standing-badge.tsx';
import { reportTitle, type YearReport, yearReportDocument, yearReportSheet } from './year-report.ts';
import { YearSelect } from './year-select.tsx';

const columns: RecordColumn<LearnerStanding>[] = [
  { key: 'index', header: '序号', width: 60, align: 'right', render: (_, index) => index + 1 },
  { key: 'name', header: '姓名', width: 130, render: ({ learner }) => learner.name },
  { key: 'lastFour', header: '尾号', width: 70, render: ({ learner }) => learner.lastFour },
  { key: 'level', header: '职称级别', width: 90, render: ({ learner }) => titleLevels[learner.titleLevel] },
  {
    key: 'general',
    header: '公需',
    width: 80,
    align: 'right',
    render: ({ hours }) => `${hours.general}/${requiredHours.general}`,
  },
  {
    key: 'professional',
    header: '专业',
    width: 80,
    align: 'right',
    render: ({ hours }) => `${hours.professional}/${requiredHours.professional}`,
  },
  {
    key: 'total',
    header: '合计',
    width: 80,
    align: 'right',
    render: ({ hours }) => <b>{`${hours.general + hours.professional}/${requiredHours.total}`}</b>,
  },
  { key: 'state', header: '状态', width: 100, render: ({ state }) => <StandingBadge state={state} /> },
  {
    key: 'short',
    header: '还差 / 达标日期',
    render: ({ hours, metOn }) => metOn ?? describeShortfall(yearlyStanding(hours)),
  },
];

/** The sheet and the PDF of an employer's year, and where the PDF is shown. */
function useYearReport() {
  const { host } = useHost();
  const work = useHostJob();
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  return {
    job: work.job,
    cancel: work.cancel,
    preview,
    closePreview: () => setPreview(null),
    print: (report: YearReport) =>
      attempt(async () => {
        const name = reportTitle(report);
        const documents = [yearReportDocument(report)];
        const { files } = await work.run((jobId) =>
          host.documents.print({ jobId, name, documents, separate: false }),
        );
        const [file] = files;
        if (file) setPreview({ title: name, file });
      }),
    save: (report: YearReport) =>
      attempt(async () => download(await host.sheets.write(yearReportSheet(report)))),
  };
}

/** One employer's year (第11条): its people, who is short, the report it gets, transcripts for all. */
export function EmployerYearPage({ employerId }: { employerId: string }) {
  const { database } = useDatabase();
  const today = useToday();
  const [, navigate] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year') ?? civilYear(today));
  const asked = parameters.get('show') ?? 'all';
  const filter: StandingFilter = Object.hasOwn(standingFilters, asked) ? (asked as StandingFilter) : 'all';
  const report = useYearReport();
  const transcripts = useTranscripts();
  const found = useLiveQuery(async () => {
    const [employer, base, everybody] = await Promise.all([
      database.rows.employers.get(employerId),
      database.rows.base.get('base'),
      standingsOf(database, employerId, year, today),
    ]);
    return { employer: employer ?? null, base: base && withDefaultSettings(base), everybody };
  }, [database, employerId, year, today]);
  if (!found?.base) return null;
  const { employer, base, everybody } = found;
  if (employer === null) {
    return (
      <EmptyState icon={IconBuilding} title="没有这个单位" hint="它可能已被合并或删除，请回到单位列表。" />
    );
  }
  const show = (change: Record<string, string>) =>
    setParameters({ year: String(year), show: filter, ...change });
  const standings = everybody.filter((one) => passes(one, filter));
  const about: YearReport = { base, employer, year, filter, standings, everybody, today };
  const withHours = standings.filter(({ hours }) => hours.general + hours.professional > 0);
  const facts = [
    employer.creditCode ?? '未填信用代码',
    employer.kind ? employerKinds[employer.kind] : '未填性质',
    employer.regionCode ? regions[employer.regionCode] : '未填盟市',
  ];
  const issue = () =>
    confirmAct({
      title: `开具 ${withHours.length} 份 ${year} 年学时证明？`,
      consequence: `每份一个编号，内容从现在起固定。${withHours.length < standings.length ? `另有 ${standings.length - withHours.length} 人 ${year} 年没有学时，不开具。` : ''}`,
      act: '开具',
      perform: () =>
        transcripts.issue(
          year,
          withHours.map(({ learner }) => learner.id),
          `学时证明 ${employer.name} ${year}`,
        ),
    });
  return (
    <Page
      title={employer.name}
      subtitle={facts.join('　')}
      action={
        <>
          <Button
            component={Link}
            href={`/employers?year=${year}`}
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
          >
            返回单位
          </Button>
          <Button
            component={Link}
            href={`/employers?year=${year}&open=${employerId}`}
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
          >
            修改资料
          </Button>
          <Button
            variant="default"
            disabled={withHours.length === 0}
            leftSection={<IconFileCertificate size={16} aria-hidden />}
            onClick={issue}
          >
            为 {withHours.length} 人开具学时证明
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                disabled={standings.length === 0}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                年度报告
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconFileTypePdf size={16} aria-hidden />}
                onClick={() => report.print(about)}
              >
                PDF（可盖章）
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
                onClick={() => report.save(about)}
              >
                表格 .xlsx
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      {everybody.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title="这个单位还没有学员"
          hint="导入它的名册，或在学员资料里填写工作单位。"
        />
      ) : (
        <>
          <Group mb="sm">
            <YearSelect year={year} onChange={(value) => show({ year: String(value) })} />
            <SegmentedControl
              aria-label="显示哪些学员"
              value={filter}
              onChange={(value) => show({ show: value })}
              data={(Object.entries(standingFilters) as [StandingFilter, string][]).map(([value, label]) => ({
                value,
                label: `${label} ${everybody.filter((one) => passes(one, value)).length}`,
              }))}
            />
            <Text size="sm" c="dimmed">
              有风险：公需或专业的完成比例落后于今年已过去的时间
            </Text>
          </Group>
          <RecordTable
            label="年度学时"
            rows={standings}
            columns={columns}
            rowKey={({ learner }) => learner.id}
            onOpen={({ learner }) => navigate(`/learners?open=${learner.id}`)}
          />
        </>
      )}
      <JobProgress
        label="正在制作"
        job={report.job ?? transcripts.job}
        onCancel={() => {
          report.cancel();
          transcripts.cancel();
        }}
      />
      <PdfPreview pdf={report.preview} onClose={report.closePreview} />
      <PdfPreview pdf={transcripts.preview} onClose={transcripts.closePreview} />
    </Page>
  );
}
