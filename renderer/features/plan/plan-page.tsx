import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import {
  IconCalendarStats,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPlus,
  IconSchool,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/civil-date.ts';
import { subjectKinds } from '../../../shared/domain/course.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { fundSources, type PlanLine, planStates } from '../../../shared/domain/plan.ts';
import { nothingDone, type PlanLineDone, sumPlan } from '../../../shared/regulation/plan-progress.ts';
import { AskReason } from '../../components/ask-reason.tsx';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview, type PreviewedPdf } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useDatabase } from '../../database/context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { useBase } from '../base/index.ts';
import { YearSelect } from '../yearly-hours/index.ts';
import { dropPlanLine } from './commands.ts';
import { planDocument, planRows } from './plan-document.ts';
import { PlanForm } from './plan-form.tsx';
import { useYearPlan, type YearPlan } from './plan-progress.ts';
import { PlanSteps, ReturnPlan } from './plan-steps.tsx';

function LineState({ line, done }: { line: PlanLine; done: PlanLineDone }) {
  if (line.dropped) return <StateBadge tone="neutral">不再开设</StateBadge>;
  if (done.closed >= line.classes) return <StateBadge tone="good">已完成</StateBadge>;
  if (done.classes > 0) return <StateBadge tone="waiting">进行中</StateBadge>;
  return <StateBadge tone="neutral">未开班</StateBadge>;
}

function columnsWith(done: YearPlan['done']): RecordColumn<PlanLine>[] {
  const doneOf = ({ id }: PlanLine) => done.get(id) ?? nothingDone;
  return [
    { key: 'title', header: '培训名称', render: ({ title }) => title },
    {
      key: 'kind',
      header: '科目',
      width: 76,
      render: ({ subjectKind }) => subjectKinds[subjectKind].slice(0, 2),
    },
    { key: 'audience', header: '培训对象', width: 170, render: ({ audience }) => audience },
    { key: 'hours', header: '学时', width: 60, align: 'right', render: ({ hours }) => hours },
    {
      key: 'classes',
      header: '结班/期数',
      width: 100,
      align: 'right',
      render: (line) => `${doneOf(line).closed} / ${line.classes}`,
    },
    {
      key: 'people',
      header: '报名/人数',
      width: 110,
      align: 'right',
      render: (line) => `${doneOf(line).people} / ${line.people}`,
    },
    {
      key: 'months',
      header: '时间',
      width: 150,
      render: ({ firstMonth, lastMonth }) => `${firstMonth}–${lastMonth.slice(5)}`,
    },
    { key: 'fee', header: '每人收费', width: 96, align: 'right', render: ({ feeFen }) => formatFen(feeFen) },
    { key: 'source', header: '经费来源', width: 90, render: ({ fundSource }) => fundSources[fundSource] },
    {
      key: 'state',
      header: '状态',
      width: 104,
      render: (line) => <LineState line={line} done={doneOf(line)} />,
    },
  ];
}

/** The yearly teaching plan (第22条): its lines, how far each was carried out, and the plan's own steps. */
export function PlanPage() {
  const { execute } = useDatabase();
  const { host } = useHost();
  const work = useHostJob();
  const base = useBase();
  const today = useToday();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year') ?? civilYear(today));
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const [preview, setPreview] = useState<PreviewedPdf | null>(null);
  const found = useYearPlan(year);
  if (!found || !base) return null;
  const { plan, lines, done } = found;
  const line = lines.find(({ id }) => id === open) ?? null;
  const sum = sumPlan(lines);
  const isOpenable = plan.state === 'approved' || plan.state === 'running';
  const print = () =>
    attempt(async () => {
      const document = planDocument(base, year, found, today);
      const { files } = await work.run((jobId) =>
        host.documents.print({ jobId, name: document.title, documents: [document], separate: false }),
      );
      const [file] = files;
      if (file) setPreview({ title: document.title, file });
    });
  const save = () =>
    attempt(async () =>
      download(
        await host.sheets.write({
          name: `${base.profile.name} ${year}年教学计划`,
          sheet: `${year}年教学计划`,
          above: [`${base.profile.name} ${year}年教学计划（${planStates[plan.state]}）`],
          rows: planRows(found),
        }),
      ),
    );
  const add = plan.state !== 'done' && (
    <Button
      variant={lines.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      添加项目
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
        </EmptyState>
      ) : (
        <RecordTable
          label="计划项目"
          rows={lines}
          columns={columnsWith(done)}
          rowKey={({ id }) => id}
          onOpen={({ id }) => setOpen(id)}
          openKey={open}
        />
      )}
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={600}
        title={<Text fw={600}>{line ? line.title : '添加计划项目'}</Text>}
      >
        {open !== null && (
          <Stack>
            {line && isOpenable && !line.dropped && (
              <Group>
                <Button
                  component={Link}
                  href={`/classes?plan=${line.id}`}
                  leftSection={<IconSchool size={16} aria-hidden />}
                >
                  据此开设培训班
                </Button>
              </Group>
            )}
            {line?.dropped && (
              <Text size="sm">
                {line.dropped.by} 注明不再开设：{line.dropped.reason}
              </Text>
            )}
            {plan.state !== 'done' && (
              <PlanForm key={open} plan={plan} line={line} year={year} onDone={() => setOpen(null)} />
            )}
            {line && plan.state !== 'draft' && plan.state !== 'done' && !line.dropped && (
              <AskReason
                act="不再开设"
                label="不再开设的原因"
                description="这一项留在计划里，写明原因；计划完成时不再要求它结班"
                submit="注明不再开设"
                dangerous
                onReason={async (reason) => {
                  await execute(dropPlanLine, { id: line.id, reason });
                  sayDone(`“${line.title}”已注明不再开设`);
                }}
              />
            )}
          </Stack>
        )}
      </Drawer>
      <PdfPreview pdf={preview} onClose={() => setPreview(null)} />
    </Page>
  );
}
