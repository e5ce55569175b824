import { Anchor, Badge, Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import { type LedgerKind, ledgerKinds, type Submission } from '../../../shared/domain/base/submission.ts';
import { changedFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { type Finding, type Severity, severities } from '../../../shared/regulation/submission-checks.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import { type CountedPeriod, makeSubmission } from '../../records/statistics/make-submission.ts';
import { recordSubmission } from '../../records/statistics/submission-commands.ts';
import { useAuthorities } from './authorities-panel.tsx';
import { Changes, CorrectionPanel } from './correction-panel.tsx';

const tones: Record<Severity, string> = { impossible: 'red.9', unlikely: '#b93815', incomplete: 'indigo.9' };

function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return <Text size="sm">检查过了：没有自相矛盾、不大可能或不完整的地方。</Text>;
  return (
    <Stack gap={6} role="list" aria-label="检查结果">
      {findings.map(({ severity, text, to }) => (
        <Group key={text} gap="xs" wrap="nowrap" align="flex-start" role="listitem">
          <Badge color={tones[severity]} variant="filled" radius="sm" miw={76}>
            {severities[severity]}
          </Badge>
          <Anchor component={Link} href={to} size="sm">
            {text}
          </Anchor>
        </Group>
      ))}
    </Stack>
  );
}

export interface SubmissionFormProps {
  counted: CountedPeriod;
  findings: readonly Finding[];
  /** The last of the period; null where there is none. */
  last: Submission | null;
  recipient: string;
  onDone(): void;
}

/** Checks a period, asks what it is to hold and for whom, and makes the package. */
export function SubmissionForm({ counted, findings, last, recipient: usual, onDone }: SubmissionFormProps) {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const today = useToday();
  const work = useHostJob();
  const authorities = useAuthorities();
  const [recipient, setRecipient] = useState(last?.recipient ?? usual);
  const [ledger, setLedger] = useState<LedgerKind>(last?.ledger ?? 'none');
  const [pseudonymPhrase, setPhrase] = useState('');
  const [sealFor, setSealFor] = useState<string | null>(last?.sealedFor ?? null);
  const words = describePeriod(counted.now.period);
  const changes = last ? changedFigures(last.statistics, counted.now) : [];
  if (last && (!last.correction || changes.length === 0))
    return <CorrectionPanel last={last} changes={changes} />;
  const isImpossible = findings.some(({ severity }) => severity === 'impossible');
  const make = () =>
    attempt(async () => {
      const choice = {
        recipient,
        ledger,
        pseudonymPhrase,
        reason: last?.correction?.reason ?? '',
        sealFor: authorities.find(({ id }) => id === sealFor) ?? null,
      };
      const { details, file } = await work.run((jobId) =>
        makeSubmission(database, host, jobId, counted, choice, today),
      );
      const { sequence } = await execute(recordSubmission, details);
      download(file);
      sayDone(`${words}第 ${sequence} 次报送包已做好`);
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Stack>
        <Title order={2} size="h5">
          {last ? `更正：替代第 ${last.sequence} 次` : '报送之前的检查'}
        </Title>
        <Findings findings={findings} />
        {last && <Changes changes={changes} />}
        <TextInput
          label="收件单位"
          required
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <Select
          label="学员明细"
          description="收件单位没有要求的，只报汇总"
          allowDeselect={false}
          data={choices(ledgerKinds)}
          value={ledger}
          onChange={(value) => value && setLedger(value as LedgerKind)}
        />
        {ledger === 'pseudonymous' && (
          <TextInput
            label="化名口令"
            description="收件单位给各基地同一个口令，同一个人在各基地就是同一个化名"
            required
            value={pseudonymPhrase}
            onChange={(event) => setPhrase(event.currentTarget.value)}
          />
        )}
        {authorities.length > 0 && (
          <Select
            label="加密"
            description="加密以后只有收件单位打得开；本基地留的一份不受影响"
            placeholder="不加密"
            clearable
            data={authorities.map(({ id, name }) => ({ value: id, label: `加密给${name}` }))}
            value={sealFor}
            onChange={setSealFor}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={isImpossible} leftSection={<IconFileZip size={16} aria-hidden />}>
            {last ? '制作更正的报送包' : '制作报送包'}
          </Button>
        </Group>
      </Stack>
      <JobProgress label="正在制作报送包" job={work.job} onCancel={work.cancel} />
    </form>
  );
}
