import { Button, Drawer, Group, Text } from '@mantine/core';
import {
  IconBulb,
  IconCalendarStats,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPlus,
  IconUpload,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { planStates } from '../../../shared/domain/teaching/plan.ts';
import { planPaper, planWorkbook } from '../../../shared/papers/teaching/year-plan.ts';
import { sumPlan } from '../../../shared/regulation/plan-progress.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { YearSelect } from '../../components/year-select.tsx';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { readYearPlan } from '../../records/plan/plan-progress.ts';
import { LineDetails } from './line-details.tsx';
import { columnsWith } from './plan-columns.tsx';
import { PlanImport } from './plan-import.tsx';
import { PlanSteps, ReturnPlan } from './plan-steps.tsx';
import { ProposeDrawer } from './propose-drawer.tsx';
import { useEvidence } from './use-evidence.ts';

/** The yearly teaching plan (第22条): its lines, how far each was carried out, and the plan's own steps. */
export function PlanPage() {
  const { host } = useHost();
  const printed = usePrintedDocument();
  const base = useQuery(readBase);
  const today = useToday();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year') ?? civilYear(today));
  const [open, setOpen] = useState<string | 'new' | 'import' | 'propose' | null>(parameters.get('open'));
  const found = useQuery(readYearPlan, year);
  const evidence = useEvidence(found?.lines ?? []);
  if (!found || !base || !evidence) return null;
  const { plan, lines, done } = found;
  const line = lines.find(({ id }) => id === open) ?? null;
  const sum = sumPlan(lines);
  const founded = { ...found, ...evidence, issuer: base.profile.name, year };
  const print = () => attempt(() => printed.show([planPaper(founded, today)]));
  const save = () => attempt(async () => download(await host.sheets.write(planWorkbook(founded))));
  const add = plan.state !== 'done' && (
    <Button
      variant={lines.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      添加项目
    </Button>
  );
  const proposed = plan.state !== 'done' && (
    <Button
      variant="default"
      leftSection={<IconBulb size={16} aria-hidden />}
      onClick={() => setOpen('propose')}
    >
      据评估拟定
    </Button>
  );
  const imported = plan.state !== 'done' && (
    <Button
      variant="default"
      leftSection={<IconUpload size={16} aria-hidden />}
      onClick={() => setOpen('import')}
    >
      导入表格
    </Button>
  );
  return (
    <Page
      title="教学计划"
      subtitle={`${lines.length} 项，${sum.classes} 期，${sum.people.toLocaleString('zh-CN')} 人，${sum.hours} 学时，计划收费 ${formatFen(sum.incomeFen)} 元`}
      action={
        <>
          {add}
          {lines.length > 0 && (
            <PlanSteps plan={plan} year={year} authority={base.profile.authority} today={today} />
          )}
        </>
      }
    >
      <Group mb="sm" justify="space-between" align="flex-start">
        <Group>
          <YearSelect year={year} onChange={(value) => setParameters({ year: String(value) })} />
          <StateBadge
            tone={plan.state === 'draft' ? 'neutral' : plan.state === 'submitted' ? 'waiting' : 'good'}
          >
            {planStates[plan.state]}
          </StateBadge>
          {plan.approval && (
            <Text size="sm" c="dimmed">
              {plan.approval.authority} {plan.approval.number}　{plan.approval.date}
            </Text>
          )}
        </Group>
        <Group gap="xs" align="flex-start">
          <ReturnPlan plan={plan} year={year} />
          {proposed}
          {imported}
          <Button
            variant="default"
            disabled={lines.length === 0}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            onClick={save}
          >
            导出表格
          </Button>
          <Button
            variant="default"
            disabled={lines.length === 0}
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            onClick={print}
          >
            打印计划
          </Button>
        </Group>
      </Group>
      {lines.length === 0 ? (
        <EmptyState
          icon={IconCalendarStats}
          title={`${year} 年还没有教学计划`}
          hint="一项一项写下要办的培训，报批、批准之后从这里开班，完成了多少随时看得见。"
        >
          {add}
          {proposed}
          {imported}
        </EmptyState>
      ) : (
        <RecordTable
          label="计划项目"
          rows={lines}
          columns={columnsWith(done, evidence)}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setOpen(id)}
          openKey={open}
        />
      )}
      <Drawer
        opened={open !== null && open !== 'propose'}
        onClose={() => setOpen(null)}
        position="right"
        size={open === 'import' ? 980 : 600}
        title={<Text fw={600}>{open === 'import' ? '导入教学计划' : (line?.title ?? '添加计划项目')}</Text>}
      >
        {open === 'import' && <PlanImport year={year} found={found} onDone={() => setOpen(null)} />}
        {open !== null && open !== 'import' && open !== 'propose' && (
          <LineDetails key={open} plan={plan} line={line} year={year} onDone={() => setOpen(null)} />
        )}
      </Drawer>
      <ProposeDrawer plan={plan} year={year} opened={open === 'propose'} onClose={() => setOpen(null)} />
      <JobProgress label="正在制作教学计划" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Page>
  );
}
