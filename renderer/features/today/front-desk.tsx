import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCash, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { readClaim } from '../../../shared/exchange/proof/claim.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { usePrinting } from '../../components/printing/certificate-printing.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import type { BaseDatabase, LearnerRow } from '../../records/access.ts';
import { findLearners } from '../../records/learners/queries.ts';

const shownPeople = 6;

/** The number of a certificate that was scanned or typed, if it is one. */
function numberIn(query: string): string {
  return readClaim(query.trim())?.claim.number ?? query.trim().toUpperCase();
}

/** Whoever a search finds, or whose certificate was scanned or has that number. */
async function peopleFound(database: BaseDatabase, query: string): Promise<LearnerRow[]> {
  const number = numberIn(query);
  const certificate = await database.rows.certificates.where('number').equals(number).first();
  const holder = certificate && (await database.rows.learners.get(certificate.learnerId));
  return holder ? [holder] : findLearners(database, query, shownPeople);
}

/** A learner's certificates in force, the one that was asked for by its number first. */
async function validCertificates(database: BaseDatabase, learnerId: string, asked: string) {
  const found = await database.rows.certificates
    .where('learnerId')
    .equals(learnerId)
    .and(({ state }) => state === 'valid')
    .toArray();
  const [first, rest] = [
    found.filter(({ number }) => number === asked),
    found.filter(({ number }) => number !== asked),
  ];
  return [...first, ...rest];
}

/** Someone stands at the desk: find them, print their certificate. Enter prints the first. */
export function FrontDesk() {
  const { database } = useRecords();
  const employers = useEmployerNames();
  const printing = usePrinting();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query, 80);
  const found = useLiveQuery(async () => {
    if (settled.trim() === '') return [];
    const learners = await peopleFound(database, settled);
    return Promise.all(
      learners.map(async (learner) => ({
        learner,
        certificates: await validCertificates(database, learner.id, numberIn(settled)),
        owedFen: sumFen(
          (await database.rows.charges.where('learnerId').equals(learner.id).toArray()).map(
            ({ owedFen }) => owedFen,
          ),
        ),
      })),
    );
  }, [database, settled]);
  const first = found?.flatMap(({ certificates }) => certificates).find(({ toReplace }) => !toReplace);
  const show = (certificate: NonNullable<typeof first>) =>
    printing.show([certificate], `证书 ${certificate.number} ${certificate.snapshot.learnerName}`);
  return (
    <Paper withBorder p="md">
      <TextInput
        size="lg"
        autoFocus
        aria-label="找人打印证书"
        placeholder="姓名、拼音首字母、身份证尾号、证书编号，或扫二维码；回车打印第一张"
        leftSection={<IconSearch size={20} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first) void show(first);
        }}
      />
      <Stack gap="xs" mt="sm">
        {found?.map(({ learner, certificates, owedFen }) => (
          <Group key={learner.id} justify="space-between" wrap="nowrap">
            <Text truncate>
              <b>{learner.name}</b>　尾号 {learner.lastFour}　{employers.get(learner.employerId ?? '') ?? ''}
            </Text>
            <Group gap="xs" wrap="nowrap">
              {owedFen > 0 && (
                <Button
                  component={Link}
                  href={`/fees?find=${encodeURIComponent(learner.number)}`}
                  size="compact-md"
                  variant="light"
                  color="#b93815"
                  leftSection={<IconCash size={16} aria-hidden />}
                >
                  欠 {formatFen(owedFen)}
                </Button>
              )}
              {certificates.length === 0 && <StateBadge tone="neutral">没有证书</StateBadge>}
              {certificates.map((certificate) =>
                certificate.toReplace ? (
                  <Button
                    key={certificate.id}
                    component={Link}
                    href={`/certificates?open=${certificate.id}`}
                    size="compact-md"
                    variant="light"
                    color="#b93815"
                    leftSection={<IconAlertTriangle size={16} aria-hidden />}
                  >
                    {certificate.number} 待更正
                  </Button>
                ) : (
                  <Button
                    key={certificate.id}
                    size="compact-md"
                    variant="light"
                    leftSection={<IconPrinter size={16} aria-hidden />}
                    onClick={() => show(certificate)}
                  >
                    {certificate.number}
                  </Button>
                ),
              )}
            </Group>
          </Group>
        ))}
        {found?.length === 0 && settled.trim() !== '' && (
          <Text size="sm" c="dimmed">
            没有找到。换一个写法，或核对身份证尾号。
          </Text>
        )}
      </Stack>
      <JobProgress label="正在制作证书" job={printing.job} onCancel={printing.cancel} />
      <PdfPreview pdf={printing.preview} onClose={printing.closePreview} />
    </Paper>
  );
}
