import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCertificate, IconFileStack, IconShieldCheck } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import {
  type Certificate,
  type CertificateState,
  certificateStates,
} from '../../../shared/domain/certificates/certificate.ts';
import { readClaim } from '../../../shared/exchange/proof/claim.ts';
import { choices } from '../../components/choices.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { Page } from '../../components/page.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { usePrinting } from '../../components/printing/certificate-printing.tsx';
import { PrintSettings } from '../../components/printing/print-settings.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { findLearners } from '../../records/learners/queries.ts';
import { BlanksDrawer } from './blanks-drawer.tsx';
import { CertificateDrawer } from './certificate-drawer.tsx';
import { OpenPrintRuns } from './open-print-runs.tsx';
import { RegisterMenu } from './register-menu.tsx';
import { VerificationDrawer } from './verification-drawer.tsx';

/** The register by number, the latest first: by number, or by whoever a search of learners finds. */
async function findCertificates(database: BaseDatabase, query: string): Promise<Certificate[]> {
  const { certificates } = database.rows;
  // A scanner types all that a code says; the number is what it is found by.
  const wanted = readClaim(query.trim())?.claim.number ?? query.trim();
  if (wanted === '') return certificates.orderBy('number').reverse().toArray();
  const learners = await findLearners(database, wanted);
  const [byNumber, byLearner] = await Promise.all([
    certificates.filter(({ number }) => number.toUpperCase().includes(wanted.toUpperCase())).toArray(),
    certificates
      .where('learnerId')
      .anyOf(learners.map(({ id }) => id))
      .toArray(),
  ]);
  const found = new Map([...byNumber, ...byLearner].map((certificate) => [certificate.id, certificate]));
  return [...found.values()].sort((a, b) => b.number.localeCompare(a.number));
}

type Filter = CertificateState | 'all' | 'toReplace';

const states: Record<Filter, string> = {
  all: '全部',
  valid: '有效',
  toReplace: '待更正',
  replaced: '已更正',
  void: '已作废',
};

function passes({ state, toReplace }: Certificate, filter: Filter): boolean {
  if (filter === 'toReplace') return Boolean(toReplace);
  return filter === 'all' || state === filter;
}

const columns: RecordColumn<Certificate>[] = [
  { key: 'number', header: '证书编号', width: 175, render: ({ number }) => number },
  { key: 'name', header: '姓名', width: 130, render: ({ snapshot }) => snapshot.learnerName },
  {
    key: 'document',
    header: '证件号码',
    width: 130,
    render: ({ snapshot }) => <MaskedNumber number={snapshot.documentNumber} />,
  },
  { key: 'class', header: '培训班', render: ({ snapshot }) => snapshot.classTitle },
  {
    key: 'hours',
    header: '学时',
    width: 64,
    align: 'right',
    render: ({ snapshot }) => snapshot.generalHours + snapshot.professionalHours,
  },
  { key: 'issued', header: '发证时间', width: 145, render: ({ issuedAt }) => momentText(issuedAt) },
  { key: 'by', header: '发证人', width: 90, render: ({ issuedBy }) => issuedBy },
  { key: 'prints', header: '打印', width: 70, align: 'right', render: ({ prints }) => `${prints.length} 次` },
  {
    key: 'state',
    header: '状态',
    width: 100,
    render: ({ state, toReplace }) =>
      toReplace ? (
        <StateBadge tone="warning">待更正</StateBadge>
      ) : (
        <StateBadge tone={state === 'valid' ? 'good' : 'bad'}>{certificateStates[state]}</StateBadge>
      ),
  },
];

/** The register of certificates: who, when, which number, how often printed. */
export function CertificatesPage() {
  const { database } = useRecords();
  const printing = usePrinting();
  const [verifying, setVerifying] = useState(false);
  const [stocking, setStocking] = useState(false);
  const [year, setYear] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 120);
  const [parameters, setParameters] = useSearchParams();
  const [state, setState] = useState<Filter>(parameters.get('state') === 'toReplace' ? 'toReplace' : 'all');
  const found = useLiveQuery(() => findCertificates(database, settled), [database, settled]);
  const openId = parameters.get('open');
  const open = useLiveQuery(
    async () => (openId ? ((await database.rows.certificates.get(openId)) ?? null) : null),
    [database, openId],
  );
  const years = [...new Set(found?.map(({ snapshot }) => snapshot.issueDate.slice(0, 4)))].sort().reverse();
  const shown = (found ?? []).filter(
    (certificate) => passes(certificate, state) && (!year || certificate.snapshot.issueDate.startsWith(year)),
  );
  return (
    <Page
      title="证书"
      subtitle="证书登记簿：编号不重复、不跳号，作废的编号保留"
      action={
        <>
          <PrintSettings />
          <Button
            variant="default"
            leftSection={<IconFileStack size={16} aria-hidden />}
            onClick={() => setStocking(true)}
          >
            空白证书
          </Button>
          <RegisterMenu
            certificates={shown}
            about={[year ? `${year}年` : '', state === 'all' ? '' : states[state]].join('') || '全部'}
          />
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
            onClick={() => setVerifying(true)}
          >
            证书验证
          </Button>
        </>
      }
    >
      <OpenPrintRuns onResume={printing.resume} />
      {found?.length === 0 && settled === '' ? (
        <EmptyState
          icon={IconCertificate}
          title="还没有发过证书"
          hint="到培训班的“证书”里，为符合条件的学员发证。"
        />
      ) : (
        <>
          <Group mb="sm">
            <SearchField
              label="搜索证书"
              placeholder="编号、姓名、拼音首字母、尾号，或扫二维码"
              value={query}
              onChange={setQuery}
            />
            <SegmentedControl
              aria-label="状态"
              value={state}
              onChange={(value) => setState(value as Filter)}
              data={choices(states)}
            />
            <Select
              aria-label="发证年份"
              placeholder="全部年份"
              w={120}
              clearable
              data={years}
              value={year}
              onChange={setYear}
            />
            <Text size="sm" c="dimmed">
              {shown.length} 张
            </Text>
          </Group>
          <RecordTable
            label="证书登记簿"
            rows={shown}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setParameters({ open: id })}
            openKey={openId}
          />
        </>
      )}
      <CertificateDrawer
        certificate={open ?? null}
        onClose={() => setParameters({})}
        onShow={(certificate) =>
          printing.show([certificate], `证书 ${certificate.number} ${certificate.snapshot.learnerName}`)
        }
      />
      <BlanksDrawer opened={stocking} onClose={() => setStocking(false)} />
      <VerificationDrawer opened={verifying} onClose={() => setVerifying(false)} />
      <JobProgress label="正在制作证书" job={printing.job} onCancel={printing.cancel} />
      <PdfPreview pdf={printing.preview} onClose={printing.closePreview} />
    </Page>
  );
}
