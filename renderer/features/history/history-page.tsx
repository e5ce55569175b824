import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconFileSpreadsheet, IconHistory } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { roles } from '../../../shared/domain/base/actor.ts';
import { acts } from '../../../shared/domain/base/acts.ts';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { historySheet } from '../../../shared/papers/base/history-sheet.ts';
import { confirmAct } from '../../components/confirm.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { EntryChanges } from '../../components/entry-changes.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { everything, findEntries, type HistoryFilter, recordsNamed } from '../../records/history/queries.ts';
import { aboutOf } from '../../records/history/record-names.ts';
import { undoEntry } from '../../records/history/undo-command.ts';
import { HistoryFilters } from './history-filters.tsx';
import { VerifyJournal } from './verify-journal.tsx';

const pageSize = 300;
const exportLimit = 100_000;

interface Listed {
  entry: JournalEntry;
  about: string;
}

/** What has been done, by whom, to what: the journal as people read it. */
export function HistoryPage() {
  const { database, execute, commands } = useRecords();
  const { host } = useHost();
  const [filter, setFilter] = useState<HistoryFilter>(everything);
  const [record, setRecord] = useState('');
  const [settled] = useDebouncedValue(record, 200);
  const [limit, setLimit] = useState(pageSize);
  const [open, setOpen] = useState<JournalEntry | null>(null);
  const labelOf = (command: string) =>
    commands.get(command)?.label ??
    (Object.hasOwn(acts, command) ? acts[command as keyof typeof acts].label : command);

  const find = async (most: number): Promise<Listed[]> => {
    const records = settled.trim() === '' ? null : await recordsNamed(database, settled);
    const entries = await findEntries(database, { ...filter, records }, most);
    return Promise.all(entries.map(async (entry) => ({ entry, about: await aboutOf(database, entry) })));
  };
  const listed = useLiveQuery(() => find(limit), [database, filter, settled, limit]);
  const columns: RecordColumn<Listed>[] = [
    { key: 'sequence', header: '序号', width: 76, align: 'right', render: ({ entry }) => entry.sequence },
    { key: 'at', header: '时间', width: 160, render: ({ entry }) => momentText(entry.at) },
    { key: 'who', header: '谁', width: 130, render: ({ entry }) => entry.actor.name },
    { key: 'command', header: '做了什么', width: 150, render: ({ entry }) => labelOf(entry.command) },
    { key: 'about', header: '对什么', render: ({ about }) => about },
  ];
  const exportSheet = () =>
    attempt(async () => {
      const found = await find(exportLimit);
      const named = found.map((one) => ({ ...one, label: labelOf(one.entry.command) }));
      download(await host.sheets.write(historySheet(named)));
      sayDone(`已导出 ${found.length} 条操作记录`);
    });
  const undo = (entry: JournalEntry) =>
    confirmAct({
      title: `撤销“${labelOf(entry.command)}”？`,
      consequence: `第 ${entry.sequence} 次操作改动的内容会回到之前的样子；这次撤销本身也会记入操作记录。`,
      act: '撤销',
      perform: async () => {
        await execute(undoEntry, { sequence: entry.sequence });
        sayDone('已撤销');
        setOpen(null);
      },
    });
  return (
    <Page
      title="操作记录"
      subtitle="谁在什么时候对哪条记录做了什么；每一条都连着前一条，改动任何一个字节都能查出来"
      action={
        <>
          <VerifyJournal />
          <Button leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={exportSheet}>
            导出供检查
          </Button>
        </>
      }
    >
      <HistoryFilters
        filter={filter}
        record={record}
        onFilter={(change) => {
          setLimit(pageSize);
          setFilter({ ...filter, ...change });
        }}
        onRecord={setRecord}
      />
      {listed?.length === 0 ? (
        <EmptyState icon={IconHistory} title="没有符合条件的操作" hint="换一个人、一段时间或一条记录。" />
      ) : (
        <RecordTable
          label="操作列表"
          rows={listed ?? []}
          columns={columns}
          rowKey={({ entry }) => String(entry.sequence)}
          onOpen={({ entry }) => setOpen(entry)}
          openKey={open && String(open.sequence)}
        />
      )}
      {listed?.length === limit && (
        <Group justify="center" mt="xs">
          <Button variant="subtle" onClick={() => setLimit(limit + pageSize)}>
            再显示 {pageSize} 条
          </Button>
        </Group>
      )}
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={640}
        title={<Text fw={600}>{open && `第 ${open.sequence} 条　${labelOf(open.command)}`}</Text>}
      >
        {open && (
          <Stack>
            <Text size="sm">
              {momentText(open.at)}　{open.actor.name}（
              {open.actor.roles.map((role) => roles[role]).join('、')}）
            </Text>
            <EntryChanges key={open.sequence} entry={open} />
            {commands.get(open.command)?.refuseUndo && (
              <Group justify="flex-end">
                <Button
                  variant="default"
                  leftSection={<IconArrowBackUp size={16} aria-hidden />}
                  onClick={() => undo(open)}
                >
                  撤销这次操作
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </Drawer>
    </Page>
  );
}
