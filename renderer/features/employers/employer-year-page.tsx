import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import {
  IconArrowLeft,
  IconBuilding,
  IconFileCertificate,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPencil,
  IconUsers,
} from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link, useLocation, useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { employerKinds } from '../../../shared/domain/people/employer.ts';
import { regions } from '../../../shared/domain/people/region.ts';
import type { EmployerYearReport } from '../../../shared/papers/people/employer-year.ts';
import { passes, type StandingFilter, standingFilters } from '../../../shared/regulation/standing-filter.ts';
import { useToday } from '../../components/clock.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useTranscripts } from '../../components/use-transcripts.ts';
import { YearSelect } from '../../components/year-select.tsx';
import { standingsOf } from '../../records/yearly-hours/queries.ts';
import { columnsFor } from './standing-columns.tsx';
import { useYearReport } from './use-year-report.ts';

/** In the place of an employer's id: everybody the base knows. */
const everyEmployer = 'all';

/** One employer's year (第11条): its people, who is short, the report it gets, transcripts for all. */
export function EmployerYearPage({ employerId: named }: { employerId: string }) {
  const employerId = named === everyEmployer ? null : named;
  const { database } = useRecords();
  const today = useToday();
  const [, navigate] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year') ?? civilYear(today));
  const asked = parameters.get('show') ?? 'all';
  const filter: StandingFilter = Object.hasOwn(standingFilters, asked) ? (asked as StandingFilter) : 'all';
  const report = useYearReport();
  const transcripts = useTranscripts();
  const found = useLiveQuery(async () => {
    const [employers, base, everybody] = await Promise.all([
      database.rows.employers.toArray(),
      database.rows.base.get('base'),
      standingsOf(database, employerId, year, today),
    ]);
    return {
      employer: employers.find(({ id }) => id === employerId) ?? null,
      employerNames: new Map(employers.map(({ id, name }) => [id, name])),
      base,
      everybody,
    };
  }, [database, employerId, year, today]);
  if (!found?.base) return null;
  const { employer, employerNames, base, everybody } = found;
  if (employer === null && employerId !== null) {
    return (
      <EmptyState icon={IconBuilding} title="没有这个单位" hint="它可能已被合并或删除，请回到单位列表。" />
    );
  }
  const show = (change: Record<string, string>) =>
    setParameters({ year: String(year), show: filter, ...change });
  const standings = everybody.filter((one) => passes(one, filter));
  const issuer = base.profile.name;
  const about: EmployerYearReport = {
    issuer,
    employer,
    employerNames,
    year,
    filter,
    standings,
    everybody,
    today,
  };
  const withHours = standings.filter(({ hours }) => hours.general + hours.professional > 0);
  const title = employer?.name ?? '全部学员';
  const facts = employer
    ? [
        employer.creditCode ?? '未填信用代码',
        employer.kind ? employerKinds[employer.kind] : '未填性质',
        employer.regionCode ? regions[employer.regionCode] : '未填盟市',
      ]
    : ['各单位学员的年度学时'];
  const issue = () =>
    confirmAct({
      title: `开具 ${withHours.length} 份 ${year} 年学时证明？`,
      consequence: `每份一个编号，内容从现在起固定。${withHours.length < standings.length ? `另有 ${standings.length - withHours.length} 人 ${year} 年没有学时，不开具。` : ''}`,
      act: '开具',
      perform: () =>
        transcripts.issue(
          year,
          withHours.map(({ learner }) => learner.id),
          `学时证明 ${title} ${year}`,
        ),
    });
  return (
    <Page
      title={title}
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
          {employer && (
            <Button
              component={Link}
              href={`/employers?year=${year}&open=${employer.id}`}
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              修改资料
            </Button>
          )}
          <Button
            variant="default"
            disabled={withHours.length === 0}
            leftSection={<IconFileCertificate size={16} aria-hidden />}
            onClick={issue}
          >
            为 {withHours.length} 人开具学时证明
          </Button>
          <Button
            variant="default"
            disabled={standings.length === 0}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            onClick={() => report.save(about)}
          >
            导出表格
          </Button>
          <Button
            disabled={standings.length === 0}
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            onClick={() => report.print(about)}
          >
            年度报告
          </Button>
        </>
      }
    >
      {everybody.length === 0 ? (
        <EmptyState icon={IconUsers} title="还没有学员" hint="导入它的名册，或在学员资料里填写工作单位。" />
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
            columns={columnsFor(employer ? null : employerNames)}
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
