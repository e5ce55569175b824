import { Button, Drawer, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFileImport, IconFilePlus, IconPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { OutsideEntry } from '../../../shared/domain/teaching/outside-entry.ts';
import { describeWay } from '../../../shared/domain/teaching/way.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { RecordHistory } from '../../components/record-history.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { StateBadge, type StateTone } from '../../components/state-badge.tsx';
import { useHost } from '../../host/context.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { EntryForm } from './entry-form.tsx';

interface Listed {
  entry: OutsideEntry;
  name: string;
  lastFour: string;
}

/** Every entry, the latest day first, with whose it is. */
async function listEntries(database: BaseDatabase): Promise<Listed[]> {
  const entries = await database.rows.outsideEntries.toArray();
  const learners = await database.rows.learners.bulkGet(entries.map(({ learnerId }) => learnerId));
  return entries
    .map((entry, index) => ({
      entry,
      name: learners[index]?.name ?? '',
      lastFour: learners[index]?.lastFour ?? '',
    }))
    .sort((a, b) => b.entry.date.localeCompare(a.entry.date) || a.name.localeCompare(b.name, 'zh-CN'));
}

function proofState({ proof }: OutsideEntry, missing: ReadonlySet<string>): [StateTone, string] {
  if (proof === null) return ['warning', '待补'];
  return missing.has(proof.hash) ? ['bad', '缺文件'] : ['good', '已附'];
}

function columnsWith(missing: ReadonlySet<string>): RecordColumn<Listed>[] {
  return [
    { key: 'name', header: '姓名', width: 120, render: ({ name }) => name },
    { key: 'lastFour', header: '尾号', width: 70, render: ({ lastFour }) => lastFour },
    { key: 'title', header: '内容', render: ({ entry }) => entry.title },
    {
      key: 'way',
      header: '科目或方式',
      width: 190,
      render: ({ entry }) => (entry.way === null ? '公需科目' : describeWay(entry.way)),
    },
    { key: 'issuer', header: '出具单位', width: 160, render: ({ entry }) => entry.issuer },
    { key: 'number', header: '证明编号', width: 130, render: ({ entry }) => entry.certificateNumber },
    { key: 'date', header: '完成日期', width: 104, render: ({ entry }) => entry.date },
    { key: 'hours', header: '学时', width: 60, align: 'right', render: ({ entry }) => entry.hours },
    {
      key: 'proof',
      header: '证明',
      width: 90,
      render: ({ entry }) => {
        const [tone, word] = proofState(entry, missing);
        return <StateBadge tone={tone}>{word}</StateBadge>;
      },
    },
  ];
}

/** Which scans are not on this machine, as after a restore without the second place. */
function useMissingProofs(entries: readonly OutsideEntry[]): ReadonlySet<string> {
  const { host } = useHost();
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const key = entries
    .flatMap(({ proof }) => proof?.hash ?? [])
    .sort()
    .join();
  useEffect(() => {
    const hashes = key === '' ? [] : key.split(',');
    if (hashes.length === 0) return;
    void attempt(async () => setMissing(new Set((await host.proofs.missing({ hashes })).missing)));
  }, [host, key]);
  return missing;
}

/** Hours earned elsewhere: who, what, by which way of 第12条, with which proof. */
export function OutsideHoursPage() {
  const { database } = useRecords();
  const [query, setQuery] = useState('');
  const [parameters, setParameters] = useSearchParams();
  const listed = useLiveQuery(() => listEntries(database), [database]);
  const missing = useMissingProofs((listed ?? []).map(({ entry }) => entry));
  const filter = parameters.get('show') === 'unproven' ? 'unproven' : 'all';
  const learnerId = parameters.get('learner');
  const openId = parameters.get('open');
  const open = listed?.find(({ entry }) => entry.id === openId)?.entry ?? null;
  const set = (change: Record<string, string>) => setParameters({ show: filter, ...change });
  const wanted = query.trim();
  const unproven = listed?.filter(({ entry }) => entry.proof === null) ?? [];
  const shown = (filter === 'unproven' ? unproven : (listed ?? [])).filter(({ entry, name, lastFour }) =>
    `${name}${lastFour}${entry.title}${entry.issuer}${entry.certificateNumber}`.includes(wanted),
  );
  const importLink = (
    <Button
      component={Link}
      href="/outside-hours/import"
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
    >
      从表格导入
    </Button>
  );
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => set({ learner: '' })}>
      登记外部学时
    </Button>
  );
  return (
    <Page
      title="外部学时"
      subtitle="在本基地之外取得的学时：第12条的九种方式，或其他基地、公共服务平台的公需证书"
      action={
        <>
          {importLink}
          {add}
        </>
      }
    >
      {listed?.length === 0 ? (
        <EmptyState
          icon={IconFilePlus}
          title="还没有登记外部学时"
          hint="学员带来证明时在这里登记并扫描存档；单位报来一批的，可以从表格导入。"
        >
          {add}
        </EmptyState>
      ) : (
        <>
          <Group mb="sm">
            <SearchField
              label="搜索外部学时"
              placeholder="姓名、尾号、内容、单位、编号"
              value={query}
              onChange={setQuery}
            />
            <SegmentedControl
              aria-label="显示哪些"
              value={filter}
              onChange={(value) => set({ show: value })}
              data={[
                { value: 'all', label: `全部 ${listed?.length ?? 0}` },
                { value: 'unproven', label: `待补证明 ${unproven.length}` },
              ]}
            />
          </Group>
          {missing.size > 0 && (
            <Text size="sm" c="red.9" mb="xs">
              有 {missing.size}{' '}
              份证明文件不在这台电脑上：请到“备份”里设好存有它们的第二处，会自动取回；或重新扫描。
            </Text>
          )}
          <RecordTable
            label="外部学时列表"
            rows={shown}
            columns={columnsWith(missing)}
            rowKey={({ entry }) => entry.id}
            onOpen={({ entry }) => set({ open: entry.id })}
            openKey={openId}
          />
        </>
      )}
      <Drawer
        opened={open !== null || learnerId !== null}
        onClose={() => set({})}
        position="right"
        size={600}
        title={<Text fw={600}>{open ? '外部学时' : '登记外部学时'}</Text>}
      >
        {(open !== null || learnerId !== null) && (
          <Stack>
            <EntryForm
              key={open?.id ?? `new ${learnerId}`}
              entry={open}
              learnerId={learnerId ?? ''}
              onDone={() => set({})}
            />
            {open && <RecordHistory table="outsideEntries" recordKey={open.id} />}
          </Stack>
        )}
      </Drawer>
    </Page>
  );
}
