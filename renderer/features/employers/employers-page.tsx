import { Anchor, Button, Drawer, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RecordHistory } from '../../components/record-history.tsx';
import { RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { YearSelect } from '../../components/year-select.tsx';
import { employersInYear } from '../../records/employers/queries.ts';
import { columnsWith, type Filter, filters, passes } from './employer-columns.tsx';
import { EmployerForm } from './employer-form.tsx';
import { MergeInto } from './merge-into.tsx';

/** Where the learners work, and how each employer's people stand this year (第11条). */
export function EmployersPage() {
  const { database } = useRecords();
  const today = useToday();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get('year') ?? civilYear(today));
  const asked = parameters.get('show') ?? 'all';
  const filter: Filter = Object.hasOwn(filters, asked) ? (asked as Filter) : 'all';
  const listed = useLiveQuery(() => employersInYear(database, year, today), [database, year, today]);
  const set = (change: Record<string, string>) =>
    setParameters({ year: String(year), show: filter, ...change });
  const openId = parameters.get('open');
  const open = listed?.find(({ id }) => id === openId) ?? null;
  const shown = listed?.filter(
    (employer) =>
      `${employer.name}${employer.creditCode ?? ''}`.includes(query.trim()) && passes(employer, filter),
  );
  const close = () => set({});
  const incomplete = listed?.filter(
    ({ kind, regionCode, ownership }) => !kind || !regionCode || !ownership,
  ).length;
  return (
    <Page
      title="单位"
      subtitle={
        listed &&
        `共 ${listed.length} 个${incomplete ? `，其中 ${incomplete} 个还缺性质、所有制或盟市，年度统计要用` : ''}`
      }
      action={
        <Button component={Link} href={`/employers/all?year=${year}`} variant="default">
          全部学员的年度学时
        </Button>
      }
    >
      {listed?.length === 0 ? (
        <EmptyState
          icon={IconBuilding}
          title="还没有单位"
          hint="导入名册或添加学员时，工作单位会自动登记在这里。"
        />
      ) : (
        <>
          <Group mb="sm">
            <SearchField
              label="搜索单位"
              placeholder="单位名称、信用代码"
              value={query}
              onChange={setQuery}
            />
            <YearSelect year={year} onChange={(value) => set({ year: String(value) })} />
            <SegmentedControl
              aria-label="显示哪些单位"
              value={filter}
              onChange={(value) => set({ show: value })}
              data={choices(filters)}
            />
          </Group>
          <RecordTable
            label="单位列表"
            rows={shown ?? []}
            columns={columnsWith(({ id }) => set({ open: id }))}
            rowKey={({ id }) => id}
            onOpen={({ id }) => navigate(`/employers/${id}?year=${year}`)}
            openKey={openId}
          />
        </>
      )}
      <Drawer
        opened={open !== null}
        onClose={close}
        position="right"
        size={560}
        title={<Text fw={600}>{open?.name}</Text>}
      >
        {open && (
          <Stack>
            <EmployerForm key={open.id} employer={open} onDone={close} />
            <Title order={2} size="h5">
              学员 {open.people} 人
            </Title>
            <Anchor component={Link} href={`/employers/${open.id}?year=${year}`} size="sm">
              查看年度学时和报告
            </Anchor>
            <Anchor component={Link} href={`/learners?q=${encodeURIComponent(open.name)}`} size="sm">
              在“学员”里查看
            </Anchor>
            <MergeInto employer={open} others={(listed ?? []).filter(({ id }) => id !== open.id)} />
            <RecordHistory table="employers" recordKey={open.id} />
          </Stack>
        )}
      </Drawer>
    </Page>
  );
}
