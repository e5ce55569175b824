import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { sexes, titleLevels } from '../../../shared/domain/people/learner.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import type { LearnerRow } from '../../records/access.ts';
import { findLearners, searchLimit } from '../../records/learners/queries.ts';
import { LearnerDrawer } from './learner-drawer.tsx';

function columnsWith(employers: ReadonlyMap<string, string>): RecordColumn<LearnerRow>[] {
  return [
    { key: 'number', header: '编号', width: 96, render: ({ number }) => number },
    { key: 'name', header: '姓名', width: 130, render: ({ name }) => name },
    { key: 'sex', header: '性别', width: 56, render: ({ sex }) => sexes[sex] },
    { key: 'ethnicity', header: '民族', width: 90, render: ({ ethnicity }) => ethnicity },
    {
      key: 'document',
      header: '证件号码',
      width: 180,
      render: ({ document }) => <MaskedNumber number={document} />,
    },
    {
      key: 'employer',
      header: '工作单位',
      render: ({ employerId }) => employers.get(employerId ?? '') ?? '',
    },
    { key: 'title', header: '职称', width: 130, render: ({ title }) => title },
    { key: 'level', header: '级别', width: 76, render: ({ titleLevel }) => titleLevels[titleLevel] },
    {
      key: 'phone',
      header: '联系电话',
      width: 126,
      render: ({ phone }) => phone && <MaskedNumber number={phone} />,
    },
  ];
}

function ImportButton({ primary }: { primary?: boolean }) {
  return (
    <Button
      component={Link}
      href="/learners/import"
      variant={primary ? 'filled' : 'default'}
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      导入名册
    </Button>
  );
}

/** Everybody the base has trained or will train; `/` goes to the search. */
export function LearnersPage() {
  const { database } = useRecords();
  const employers = useEmployerNames();
  const [parameters, setParameters] = useSearchParams();
  const [query, setQuery] = useState(() => parameters.get('q') ?? '');
  const [settled] = useDebouncedValue(query, 120);
  const [adding, setAdding] = useState(false);
  const total = useLiveQuery(() => database.rows.learners.count(), [database]);
  const found = useLiveQuery(() => findLearners(database, settled), [database, settled]);
  const openId = parameters.get('open');
  const open = useLiveQuery(
    async () => (openId ? ((await database.rows.learners.get(openId)) ?? null) : null),
    [database, openId],
  );
  const close = () => {
    setAdding(false);
    setParameters({});
  };
  return (
    <Page
      title="学员"
      subtitle={total === undefined ? ' ' : `共 ${total.toLocaleString('zh-CN')} 人`}
      action={
        <>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            添加学员
          </Button>
          <ImportButton primary />
        </>
      }
    >
      {total === 0 ? (
        <EmptyState icon={IconUsers} title="还没有学员" hint="把用人单位发来的报名表原样导入，或先添加一位。">
          <ImportButton primary />
        </EmptyState>
      ) : (
        <>
          <Group mb="sm">
            <SearchField
              label="搜索学员"
              placeholder="姓名、拼音首字母、单位、尾号"
              value={query}
              onChange={setQuery}
            />
            {settled.trim() !== '' && (
              <Text size="sm" c="dimmed">
                {found?.length === searchLimit
                  ? `显示前 ${searchLimit} 人，请再输入几个字`
                  : `找到 ${found?.length ?? 0} 人`}
              </Text>
            )}
          </Group>
          {found && found.length === 0 && settled.trim() !== '' ? (
            <EmptyState icon={IconSearch} title="没有找到" hint="换一个写法，或核对身份证尾号。" />
          ) : (
            <RecordTable
              label="学员列表"
              rows={found ?? []}
              columns={columnsWith(employers)}
              rowKey={({ id }) => id}
              onOpen={({ id }) => setParameters({ open: id })}
              openKey={openId}
            />
          )}
        </>
      )}
      <LearnerDrawer open={adding ? 'new' : (open ?? null)} onClose={close} />
    </Page>
  );
}
