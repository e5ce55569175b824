import {
  ActionIcon,
  Anchor,
  Drawer,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconBuilding, IconPencil } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/civil-date.ts';
import { employerKinds } from '../../../shared/domain/employer.ts';
import { regions } from '../../../shared/domain/region.ts';
import { useToday } from '../../components/clock.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useDatabase } from '../../database/context.tsx';
import { RecordHistory } from '../history/index.ts';
import { YearSelect } from '../yearly-hours/index.ts';
import { mergeEmployers } from './commands.ts';
import { EmployerForm } from './employer-form.tsx';
import { type EmployerInYear, employersInYear } from './queries.ts';

type Listed = EmployerInYear;

const unknown = '未填';

function MergeInto({ employer, others }: { employer: Listed; others: readonly Listed[] }) {
  const { execute } = useDatabase();
  return (
    <Select
      label="合并重复单位"
      description="选中的单位并入这一个，学员一起转过来"
      placeholder="另一种写法的同一单位"
      searchable
      value={null}
      data={others.map(({ id, name, people }) => ({ value: id, label: `${name}（${people} 人）` }))}
      onChange={(duplicateId) => {
        const duplicate = others.find(({ id }) => id === duplicateId);
        if (!duplicate) return;
        confirmAct({
          title: `合并到 ${employer.name}？`,
          consequence: `${duplicate.name} 的 ${duplicate.people} 名学员转到这个单位，那条单位记录随后删除。已发的证书不变。`,
          act: '合并',
          perform: async () => {
            await execute(mergeEmployers, { keepId: employer.id, duplicateId: duplicate.id });
            sayDone('两个单位已合并');
          },
        });
      }}
    />
  );
}

const filters = { all: '全部', short: '有人未达标', atRisk: '有人有风险' } as const;
type Filter = keyof typeof filters;

function passes({ states }: Listed, filter: Filter): boolean {
  const behind = states.atRisk + states.short;
  if (filter === 'all') return true;
  return filter === 'atRisk' ? behind > 0 : behind + states.onPace > 0;
}

function columnsWith(onEdit: (employer: Listed) => void): RecordColumn<Listed>[] {
  const count = (
    key: string,
    header: string,
    of: (states: Listed['states']) => number,
  ): RecordColumn<Listed> => ({
    key,
    header,
    width: 80,
    align: 'right',
    render: ({ states }) => of(states) || '',
  });
  return [
    { key: 'name', header: '单位', render: ({ name }) => name },
    { key: 'people', header: '学员', width: 80, align: 'right', render: ({ people }) => `${people} 人` },
    count('met', '已达标', ({ met }) => met),
    count('onPace', '进行中', ({ onPace }) => onPace),
    count('atRisk', '有风险', ({ atRisk }) => atRisk),
    count('short', '未达标', ({ short }) => short),
    {
      key: 'code',
      header: '统一社会信用代码',
      width: 180,
      render: ({ creditCode }) => creditCode ?? unknown,
    },
    { key: 'kind', header: '性质', width: 96, render: ({ kind }) => (kind ? employerKinds[kind] : unknown) },
    {
      key: 'region',
      header: '盟市',
      width: 110,
      render: ({ regionCode }) => (regionCode ? regions[regionCode] : unknown),
    },
    {
      key: 'edit',
      header: '资料',
      width: 60,
      render: (employer) => (
        <ActionIcon
          variant="subtle"
          color="gray.7"
          aria-label={`修改 ${employer.name} 的资料`}
          onClick={(event) => {
            event.stopPropagation();
            onEdit(employer);
          }}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      ),
    },
  ];
}

/** Where the learners work, and how each employer's people stand this year (第11条). */
export function EmployersPage() {
  const { database } = useDatabase();
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
              data={Object.entries(filters).map(([value, label]) => ({ value, label }))}
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
