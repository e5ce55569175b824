import { Button, Drawer, Group, Text } from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconPlus,
  IconUpload,
  IconUserStar,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { employments, isInService, origins } from '../../../shared/domain/people/trainer.ts';
import { ratioText, trainerRoster } from '../../../shared/papers/people/trainer-roster.ts';
import { trainerWorkbook } from '../../../shared/papers/people/trainer-sheet.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { YearSelect } from '../../components/year-select.tsx';
import { useHost } from '../../host/context.tsx';
import { readBase } from '../../records/base/queries.ts';
import { type RosterLine, rosterOf, trainerContacts } from '../../records/trainers/queries.ts';
import { TrainerDrawer } from './trainer-drawer.tsx';
import { TrainerImport } from './trainer-import.tsx';

function columnsFor(today: string): RecordColumn<RosterLine>[] {
  return [
    { key: 'name', header: '姓名', width: 110, render: ({ trainer }) => trainer.name },
    {
      key: 'employment',
      header: '专兼职',
      width: 80,
      render: ({ trainer }) => employments[trainer.employment],
    },
    { key: 'origin', header: '区内外', width: 80, render: ({ trainer }) => origins[trainer.origin] },
    { key: 'employer', header: '工作单位', width: 190, render: ({ trainer }) => trainer.employerName },
    { key: 'title', header: '职称', width: 110, render: ({ trainer }) => trainer.title },
    { key: 'fields', header: '专业领域', render: ({ trainer }) => trainer.fields.join('、') },
    { key: 'hours', header: '授课学时', width: 90, align: 'right', render: ({ hours }) => hours || '' },
    {
      key: 'score',
      header: '评分',
      width: 70,
      align: 'right',
      render: ({ score }) => (score === null ? '' : score.toFixed(1)),
    },
    {
      key: 'paid',
      header: '课酬（元）',
      width: 110,
      align: 'right',
      render: ({ paidFen }) => (paidFen === 0 ? '' : formatFen(paidFen)),
    },
    {
      key: 'state',
      header: '状态',
      width: 150,
      render: ({ trainer, faults }) => {
        if (!isInService(trainer, today)) return <StateBadge tone="neutral">已离任</StateBadge>;
        if (faults.length === 0) return <StateBadge tone="good">在任</StateBadge>;
        return (
          <span title={faults.join('；')}>
            <StateBadge tone="warning">
              {faults.length === 1 && faults[0]?.startsWith('兼职') ? '没有聘书' : '证书到期'}
            </StateBadge>
          </span>
        );
      },
    },
  ];
}

function matches({ trainer }: RosterLine, query: string): boolean {
  const words = [trainer.name, trainer.employerName, trainer.title, ...trainer.fields].join(' ');
  return words.includes(query.trim());
}

/** The trainer roster (第23条): who teaches, on both axes, how much, how well. */
export function TrainersPage() {
  const { host } = useHost();
  const { database } = useRecords();
  const base = useQuery(readBase);
  const today = useToday();
  const [year, setYear] = useState(civilYear(today));
  const [query, setQuery] = useState('');
  const [parameters] = useSearchParams();
  const [open, setOpen] = useState<string | null>(parameters.get('open'));
  const printed = usePrintedDocument();
  const roster = useQuery(rosterOf, year, today);
  if (!roster || !base) return null;
  const shown = roster.filter((line) => matches(line, query));
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      添加教师
    </Button>
  );
  const imported = (
    <Button
      variant="default"
      leftSection={<IconUpload size={16} aria-hidden />}
      onClick={() => setOpen('import')}
    >
      导入名册
    </Button>
  );
  const save = () =>
    attempt(async () => {
      const contacts = trainerContacts(database.vault, shown);
      download(await host.sheets.write(trainerWorkbook(base.profile.name, contacts)));
    });
  return (
    <Page title="师资" subtitle={ratioText(roster, today)} action={add}>
      {roster.length === 0 ? (
        <EmptyState
          icon={IconUserStar}
          title="还没有教师"
          hint="添加专职和兼职教师，或导入名册；之后排课时按专业领域、空闲和评分推荐，课时自动统计。"
        >
          {add}
          {imported}
        </EmptyState>
      ) : (
        <>
          <Group mb="sm" justify="space-between">
            <Group>
              <SearchField
                label="搜索教师"
                placeholder="姓名、单位、职称、领域"
                value={query}
                onChange={setQuery}
              />
              <YearSelect year={year} onChange={setYear} />
            </Group>
            <Group gap="xs">
              {imported}
              <Button
                variant="default"
                leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
                onClick={save}
              >
                导出名册
              </Button>
              <Button
                variant="default"
                leftSection={<IconFileTypePdf size={16} aria-hidden />}
                onClick={() =>
                  attempt(() => printed.show([trainerRoster(base.profile.name, year, roster, today)]))
                }
              >
                打印名册
              </Button>
            </Group>
          </Group>
          {shown.length === 0 ? (
            <EmptyState icon={IconUserStar} title="没有找到" hint="换一个词再搜，或清空搜索。" />
          ) : (
            <RecordTable
              label="教师名册"
              rows={shown}
              columns={columnsFor(today)}
              rowKey={({ trainer }) => trainer.id}
              onOpen={({ trainer }) => setOpen(trainer.id)}
              openKey={open}
            />
          )}
        </>
      )}
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={open === 'import' ? 980 : 680}
        title={
          <Text fw={600}>
            {open === 'import'
              ? '导入教师名册'
              : (roster.find(({ trainer }) => trainer.id === open)?.trainer.name ?? '添加教师')}
          </Text>
        }
      >
        {open === 'import' && <TrainerImport roster={roster} onDone={() => setOpen(null)} />}
        {open !== null && open !== 'import' && (
          <TrainerDrawer
            key={open}
            line={roster.find(({ trainer }) => trainer.id === open) ?? null}
            roster={roster}
            onDone={() => setOpen(null)}
          />
        )}
      </Drawer>
      <JobProgress label="正在制作" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Page>
  );
}
