import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { chineseDate, momentText } from '../../../shared/domain/base/civil-date.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import { ledgerKinds, type Submission } from '../../../shared/domain/base/submission.ts';
import { useToday } from '../../components/clock.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { download } from '../../components/download.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useHost } from '../../host/context.tsx';
import {
  markSubmissionSent,
  takeAcknowledgement,
  withdrawSubmission,
} from '../../records/statistics/submission-commands.ts';
import { useAuthorities } from './authorities-panel.tsx';

type Asked = 'sent' | 'acknowledgement' | null;

function SentForm({ submission, onDone }: { submission: Submission; onDone(): void }) {
  const { execute } = useRecords();
  const [on, setOn] = useState<string | null>(useToday());
  const [how, setHow] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(markSubmissionSent, { id: submission.id, on: on ?? '', how });
          sayDone('已登记报送');
          onDone();
        });
      }}
    >
      <Group align="flex-end" gap="xs">
        <DateInput label="报送日期" w={150} valueFormat="YYYY-MM-DD" value={on} onChange={setOn} />
        <TextInput
          label="怎样报送的"
          placeholder="政务邮箱、U盘……"
          flex={1}
          required
          autoFocus
          value={how}
          onChange={(event) => setHow(event.currentTarget.value)}
        />
        <Button type="submit">登记</Button>
      </Group>
    </form>
  );
}

function AcknowledgementForm({ submission, onDone }: { submission: Submission; onDone(): void }) {
  const { execute } = useRecords();
  const [on, setOn] = useState<string | null>(useToday());
  const [number, setNumber] = useState('');
  const [by, setBy] = useState(submission.recipient);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(takeAcknowledgement, { id: submission.id, on: on ?? '', number, by });
          sayDone('回执已登记');
          onDone();
        });
      }}
    >
      <Group align="flex-end" gap="xs">
        <DateInput label="回执日期" w={150} valueFormat="YYYY-MM-DD" value={on} onChange={setOn} />
        <TextInput
          label="回执编号"
          w={160}
          required
          autoFocus
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label="出具单位"
          flex={1}
          required
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <Button type="submit">登记</Button>
      </Group>
    </form>
  );
}

function State({ submission, isLast }: { submission: Submission; isLast: boolean }) {
  if (submission.acknowledgement) return <StateBadge tone="good">已有回执</StateBadge>;
  if (submission.sent) return <StateBadge tone="waiting">已报送，等回执</StateBadge>;
  return isLast ? (
    <StateBadge tone="warning">还没有报送</StateBadge>
  ) : (
    <StateBadge tone="neutral">没有报送</StateBadge>
  );
}

function One({ submission, isLast }: { submission: Submission; isLast: boolean }) {
  const { execute } = useRecords();
  const { host } = useHost();
  const [asked, setAsked] = useState<Asked>(null);
  const authorities = useAuthorities();
  const { sequence, period, sent, acknowledgement, fileName, fileHash, sealedFor } = submission;
  const { reason, manifestHash, at, by, correction } = submission;
  const done = () => setAsked(null);
  return (
    <Fieldset legend={`${describePeriod(period)}　第 ${sequence} 次`} p="sm">
      <Stack gap={6}>
        <Group justify="space-between">
          <State submission={submission} isLast={isLast} />
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() =>
                attempt(async () => {
                  const sealFor = authorities.find(({ id }) => id === sealedFor)?.sealingKey ?? null;
                  const name = sealFor === null ? fileName.replace(/\.sealed$/, '') : fileName;
                  download(await host.submissions.again({ fileHash, name, sealFor }));
                })
              }
            >
              再取一次
            </Button>
            {!sent && isLast && (
              <Button size="compact-sm" onClick={() => setAsked('sent')}>
                已报送
              </Button>
            )}
            {!acknowledgement && (
              <Button size="compact-sm" variant="default" onClick={() => setAsked('acknowledgement')}>
                登记回执
              </Button>
            )}
            {!sent && isLast && (
              <ConfirmedButton
                look="row"
                title={`撤回${describePeriod(period)}第 ${sequence} 次报送包？`}
                consequence="还没有报送的可以撤回，撤回后可以重新制作。"
                act="撤回"
                perform={() => execute(withdrawSubmission, { id: submission.id })}
              />
            )}
          </Group>
        </Group>
        <Text size="sm">
          {submission.recipient}；{ledgerKinds[submission.ledger]}
          {sealedFor && '；加密'}；{momentText(at)} {by} 制作
          {reason !== '' && `；更正原因：${reason}`}
        </Text>
        {sent && (
          <Text size="sm">
            {chineseDate(sent.on)} {sent.by} 报送（{sent.how}）
          </Text>
        )}
        {acknowledgement && (
          <Text size="sm">
            {chineseDate(acknowledgement.on)} {acknowledgement.by} 出具回执 {acknowledgement.number}
            {acknowledgement.file !== '' && '（签名已验证）'}
          </Text>
        )}
        {correction && isLast && (
          <Text size="sm">
            {momentText(correction.at)} {correction.by} 开始更正：{correction.reason}
          </Text>
        )}
        <Text size="xs" c="dimmed" style={{ wordBreak: 'break-all' }}>
          清单校验值 {manifestHash}
        </Text>
        {asked === 'sent' && <SentForm submission={submission} onDone={done} />}
        {asked === 'acknowledgement' && <AcknowledgementForm submission={submission} onDone={done} />}
      </Stack>
    </Fieldset>
  );
}

/** What was made for the authority, the latest first: when it went, to whom, and what came back. */
export function SubmissionList({ submissions }: { submissions: readonly Submission[] }) {
  if (submissions.length === 0)
    return (
      <Text size="sm" c="dimmed">
        还没有做过报送包。
      </Text>
    );
  const lasts = new Map(submissions.map(({ period, id }) => [JSON.stringify(period), id]));
  return (
    <Stack>
      {submissions.toReversed().map((submission) => (
        <One
          key={submission.id}
          submission={submission}
          isLast={lasts.get(JSON.stringify(submission.period)) === submission.id}
        />
      ))}
    </Stack>
  );
}
