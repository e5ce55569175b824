import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconEye, IconFileCertificate } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { Transcript } from '../../../shared/domain/certificates/transcript.ts';
import { maskSealed } from '../../../shared/domain/people/sealed-text.ts';
import { useMay } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { RecordHistory } from '../../components/record-history.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useTranscripts } from '../../components/use-transcripts.ts';
import type { BaseDatabase } from '../../records/access.ts';
import { voidTranscript } from '../../records/transcripts/transcript-commands.ts';

/** The register by number, the latest first: by number, or by whoever the search terms find. */
async function findTranscripts(database: BaseDatabase, query: string): Promise<Transcript[]> {
  const { transcripts, learners } = database.rows;
  const wanted = query.trim();
  if (wanted === '') return transcripts.orderBy('number').reverse().toArray();
  const people = new Set(await learners.where('terms').startsWith(wanted.toLowerCase()).primaryKeys());
  const found = await transcripts
    .filter(({ number, learnerId }) => people.has(learnerId) || number.includes(wanted.toUpperCase()))
    .toArray();
  return found.sort((a, b) => b.number.localeCompare(a.number));
}

const columns: RecordColumn<Transcript>[] = [
  { key: 'number', header: '编号', width: 200, render: ({ number }) => number },
  { key: 'name', header: '姓名', width: 130, render: ({ snapshot }) => snapshot.learnerName },
  {
    key: 'document',
    header: '证件号码',
    width: 110,
    render: ({ snapshot }) => <MaskedNumber number={snapshot.documentNumber} />,
  },
  { key: 'employer', header: '工作单位', render: ({ snapshot }) => snapshot.employerName },
  { key: 'year', header: '年度', width: 70, render: ({ year }) => year },
  { key: 'general', header: '公需', width: 64, align: 'right', render: ({ snapshot }) => snapshot.general },
  {
    key: 'professional',
    header: '专业',
    width: 64,
    align: 'right',
    render: ({ snapshot }) => snapshot.professional,
  },
  { key: 'issued', header: '开具时间', width: 150, render: ({ issuedAt }) => momentText(issuedAt) },
  {
    key: 'state',
    header: '状态',
    width: 100,
    render: ({ voided }) => (
      <StateBadge tone={voided ? 'bad' : 'good'}>{voided ? '已作废' : '有效'}</StateBadge>
    ),
  },
];

function TranscriptDetails({ transcript, onShow }: { transcript: Transcript; onShow(): void }) {
  const { execute } = useRecords();
  const mayVoid = useMay(voidTranscript);
  const { snapshot, issuedAt, issuedBy, voided } = transcript;
  const facts: [string, string][] = [
    ['姓名', snapshot.learnerName],
    [snapshot.documentKind, maskSealed(snapshot.documentNumber)],
    ['工作单位', snapshot.employerName],
    ['学时', `${snapshot.year} 年度：公需 ${snapshot.general}，专业 ${snapshot.professional}`],
    ['开具', `${momentText(issuedAt)}　${issuedBy}`],
    ...(voided
      ? [['作废', `${momentText(voided.at)}　${voided.by}　${voided.reason}`] as [string, string]]
      : []),
  ];
  return (
    <Stack>
      <Group>
        <Button data-autofocus leftSection={<IconEye size={16} aria-hidden />} onClick={onShow}>
          预览和打印
        </Button>
      </Group>
      <FactsTable facts={facts} />
      <RecordHistory table="transcripts" recordKey={transcript.id} />
      {mayVoid && voided === null && (
        <AskReason
          act="作废"
          label="作废原因"
          description="编号保留、不再使用；需要时可以重新开具"
          submit={`作废 ${transcript.number}`}
          dangerous
          onReason={async (reason) => {
            await execute(voidTranscript, { id: transcript.id, reason });
            sayDone(`${transcript.number} 已作废`);
          }}
        />
      )}
    </Stack>
  );
}

/** The register of transcripts: who, which year, which number. */
export function TranscriptsPage() {
  const { database } = useRecords();
  const printing = useTranscripts();
  const [parameters, setParameters] = useSearchParams();
  const [query, setQuery] = useState(() => parameters.get('q') ?? '');
  const [settled] = useDebouncedValue(query, 120);
  const found = useLiveQuery(() => findTranscripts(database, settled), [database, settled]);
  const openId = parameters.get('open');
  const open = useLiveQuery(
    async () => (openId ? ((await database.rows.transcripts.get(openId)) ?? null) : null),
    [database, openId],
  );
  return (
    <Page title="学时证明" subtitle="登记簿：编号不重复、不跳号，作废的编号保留；内容以开具时为准">
      {found?.length === 0 && settled === '' ? (
        <EmptyState
          icon={IconFileCertificate}
          title="还没有开具过学时证明"
          hint="到“单位”里打开一个单位，为它的学员成批开具；或在“学员”里打开一个人，单独开具。"
        />
      ) : (
        <>
          <Group mb="sm">
            <SearchField
              label="搜索学时证明"
              placeholder="编号、姓名、拼音首字母、尾号"
              value={query}
              onChange={setQuery}
            />
            <Text size="sm" c="dimmed">
              {found?.length ?? 0} 份
            </Text>
          </Group>
          <RecordTable
            label="学时证明登记簿"
            rows={found ?? []}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setParameters({ open: id })}
            openKey={openId}
          />
        </>
      )}
      <Drawer
        opened={Boolean(open)}
        onClose={() => setParameters({})}
        position="right"
        size={520}
        title={<Text fw={600}>{open?.number}</Text>}
      >
        {open && (
          <TranscriptDetails
            key={open.id}
            transcript={open}
            onShow={() => printing.show([open], `学时证明 ${open.number} ${open.snapshot.learnerName}`)}
          />
        )}
      </Drawer>
      <JobProgress label="正在制作学时证明" job={printing.job} onCancel={printing.cancel} />
      <PdfPreview pdf={printing.preview} onClose={printing.closePreview} />
    </Page>
  );
}
