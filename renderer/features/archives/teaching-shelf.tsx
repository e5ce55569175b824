import { Anchor, Button, Drawer, Group, Select, Text } from '@mantine/core';
import {
  IconArchive,
  IconFileTypePdf,
  IconFileZip,
  IconFolder,
  IconShieldCheck,
  IconTag,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { type Filing, filingKinds, type ShelvedVolume } from '../../../shared/domain/teaching/filing.ts';
import { boxLabels } from '../../../shared/papers/archive/box-labels.ts';
import { shelfList } from '../../../shared/papers/archive/shelf-list.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { Warning } from '../../components/warning.tsx';
import { readShelf, type Shelf } from '../../records/archives/queries.ts';
import { readBase } from '../../records/base/queries.ts';
import { FoundAttachments } from './found-attachments.tsx';
import { InspectPackage } from './inspect-package.tsx';
import { useExporting } from './use-exporting.ts';
import { useFoundInText } from './use-found-in-text.ts';
import { VolumeDrawer } from './volume-drawer.tsx';

function stateOf({ filing, loan }: ShelvedVolume, today: string) {
  if (loan) {
    const isLate = loan.dueOn < today;
    return (
      <StateBadge
        tone={isLate ? 'bad' : 'waiting'}
      >{`${isLate ? '逾期未还' : '借出'} ${loan.borrower}`}</StateBadge>
    );
  }
  if (filing.keptUntilYear < Number(today.slice(0, 4)))
    return <StateBadge tone="warning">保管期满</StateBadge>;
  return <StateBadge tone="good">在架</StateBadge>;
}

function columnsFor(today: string): RecordColumn<ShelvedVolume>[] {
  return [
    { key: 'number', header: '案卷号', width: 190, render: ({ filing }) => filing.number },
    { key: 'title', header: '题名', render: ({ filing }) => filing.classTitle },
    { key: 'kind', header: '类别', width: 90, render: ({ filing }) => filingKinds[filing.kind] },
    { key: 'pages', header: '页数', width: 70, align: 'right', render: ({ filing }) => filing.volume.pages },
    {
      key: 'gaps',
      header: '缺项',
      width: 70,
      align: 'right',
      render: ({ filing }) => (filing.gaps.length === 0 ? '' : filing.gaps.length),
    },
    { key: 'kept', header: '保管至', width: 90, render: ({ filing }) => `${filing.keptUntilYear} 年` },
    {
      key: 'box',
      header: '盒号和位置',
      width: 150,
      render: ({ filing }) => [filing.box && `${filing.box} 盒`, filing.shelfPlace].filter(Boolean).join(' '),
    },
    { key: 'state', header: '状态', width: 150, render: (volume) => stateOf(volume, today) },
  ];
}

function ToFile({ toFile, supplementing }: Pick<Shelf, 'toFile' | 'supplementing'>) {
  if (toFile.length + supplementing.length === 0) return null;
  return (
    <Warning mb="sm" p="xs">
      <Group gap="md">
        {toFile.length > 0 && <Text size="sm">已结班、还没有归档 {toFile.length} 个：</Text>}
        {toFile.slice(0, 6).map(({ id, title }) => (
          <Anchor key={id} component={Link} href={`/classes/${id}/archive`} size="sm">
            {title}
          </Anchor>
        ))}
        {supplementing.map(({ id, title }) => (
          <Anchor key={id} component={Link} href={`/classes/${id}/archive`} size="sm">
            {title}（补卷中）
          </Anchor>
        ))}
      </Group>
    </Warning>
  );
}

function matches(filing: Filing, query: string): boolean {
  const words = [filing.number, filing.classTitle, filing.classNumber, filing.baseName, filing.box];
  const items = filing.parts.flatMap(({ items: own }) => own.map(({ title }) => title));
  return [...words, ...items].join(' ').includes(query.trim());
}

/** The volumes of classes: listed by year, searched by name and by what attached PDFs say, lent, exported. */
export function TeachingShelf({ initialVolume }: { initialVolume: string | null }) {
  const base = useQuery(readBase);
  const today = useToday();
  const shelf = useQuery(readShelf);
  const printed = usePrintedDocument();
  const exporting = useExporting();
  const [query, setQuery] = useState('');
  const [year, setYear] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(initialVolume);
  const [inspecting, setInspecting] = useState(false);
  const inText = useFoundInText(shelf?.volumes ?? [], query);
  if (!shelf || !base) return null;
  const { volumes } = shelf;
  const years = [...new Set(volumes.map(({ filing }) => String(filing.year)))];
  const shown = volumes
    .filter(({ filing }) => year === null || String(filing.year) === year)
    .filter(({ filing }) => query.trim() === '' || matches(filing, query) || inText.volumes.has(filing.id));
  const listYear = Number(year ?? years[0] ?? today.slice(0, 4));
  const ofYear = volumes.filter(({ filing }) => filing.year === listYear);
  const filings = ofYear.map(({ filing }) => filing);
  const exportName = `${base.profile.name} ${listYear}年教学档案`;
  const print = (document: PrintedDocument) => attempt(() => printed.show([document]));
  const inspect = (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={16} aria-hidden />}
      onClick={() => setInspecting(true)}
    >
      核对或收入外来案卷
    </Button>
  );
  return (
    <>
      <ToFile {...shelf} />
      <Group mb="sm" justify="space-between">
        <Group>
          <SearchField
            label="搜索案卷"
            placeholder="案卷号、题名、附件里的文字"
            value={query}
            onChange={setQuery}
          />
          <Select
            aria-label="归档年度"
            w={120}
            placeholder="各年度"
            clearable
            clearButtonProps={{ 'aria-label': '各年度' }}
            data={years.map((value) => ({ value, label: `${value} 年` }))}
            value={year}
            onChange={setYear}
          />
        </Group>
        {volumes.length > 0 && (
          <Group gap="xs">
            {inspect}
            <Button
              variant="default"
              leftSection={<IconTag size={16} aria-hidden />}
              onClick={() => print(boxLabels(base.profile.name, listYear, filings, today))}
            >
              盒标签
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypePdf size={16} aria-hidden />}
              onClick={() => print(shelfList(base.profile.name, listYear, ofYear, today))}
            >
              打印目录
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileZip size={16} aria-hidden />}
              onClick={() => exporting.run(ofYear, 'zip', exportName)}
            >
              导出 {listYear} 年
            </Button>
            <Button
              variant="default"
              aria-label={`导出 ${listYear} 年为文件夹`}
              leftSection={<IconFolder size={16} aria-hidden />}
              onClick={() => exporting.run(ofYear, 'folder', exportName)}
            >
              文件夹
            </Button>
          </Group>
        )}
      </Group>
      <FoundAttachments attachments={inText.attachments} />
      {volumes.length === 0 ? (
        <EmptyState
          icon={IconArchive}
          title="架上还没有案卷"
          hint="培训班结班之后，在它的“档案”页补齐材料并归档；归档的案卷都在这里，随时可以检查。"
        >
          {inspect}
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState icon={IconArchive} title="没有找到案卷" hint="换一个词，或清空搜索和年度。" />
      ) : (
        <RecordTable
          label="案卷目录"
          rows={shown}
          columns={columnsFor(today)}
          rowKey={({ filing }) => filing.id}
          onOpen={({ filing }) => setOpen(filing.id)}
          openKey={open}
        />
      )}
      <VolumeDrawer
        volume={volumes.find(({ filing }) => filing.id === open) ?? null}
        exporting={exporting}
        onClose={() => setOpen(null)}
      />
      <Drawer
        opened={inspecting}
        onClose={() => setInspecting(false)}
        position="right"
        size={620}
        title={<Text fw={600}>核对或收入外来案卷</Text>}
      >
        {inspecting && <InspectPackage onReceived={() => setInspecting(false)} />}
      </Drawer>
      <JobProgress label="正在导出" job={exporting.job} onCancel={exporting.cancel} />
      <JobProgress label="正在制作" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
}
