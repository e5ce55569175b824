import { Anchor, Drawer, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { type Employer, employerKinds, ownerships } from '../../../shared/domain/employer.ts';
import { regions } from '../../../shared/domain/region.ts';
import { confirmAct } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useDatabase } from '../../database/context.tsx';
import { RecordHistory } from '../history/index.ts';
import { mergeEmployers } from './commands.ts';
import { EmployerForm } from './employer-form.tsx';
import { employersWithPeople } from './queries.ts';

interface Listed extends Employer {
  people: number;
}

const unknown = '未填';

const columns: RecordColumn<Listed>[] = [
  { key: 'name', header: '单位', render: ({ name }) => name },
  { key: 'code', header: '统一社会信用代码', width: 190, render: ({ creditCode }) => creditCode ?? unknown },
  { key: 'kind', header: '性质', width: 110, render: ({ kind }) => (kind ? employerKinds[kind] : unknown) },
  {
    key: 'ownership',
    header: '所有制',
    width: 90,
    render: ({ ownership }) => (ownership ? ownerships[ownership] : unknown),
  },
  {
    key: 'region',
    header: '盟市',
    width: 120,
    render: ({ regionCode }) => (regionCode ? regions[regionCode] : unknown),
  },
  { key: 'people', header: '学员', width: 80, align: 'right', render: ({ people }) => `${people} 人` },
];

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

/** Where the learners work: what statistics and reports ask of each employer. */
export function EmployersPage() {
  const { database } = useDatabase();
  const [query, setQuery] = useState('');
  const [parameters, setParameters] = useSearchParams();
  const listed = useLiveQuery(() => employersWithPeople(database), [database]);
  const openId = parameters.get('open');
  const open = listed?.find(({ id }) => id === openId) ?? null;
  const shown = listed?.filter(({ name, creditCode }) => `${name}${creditCode ?? ''}`.includes(query.trim()));
  const close = () => setParameters({});
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
          </Group>
          <RecordTable
            label="单位列表"
            rows={shown ?? []}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setParameters({ open: id })}
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
