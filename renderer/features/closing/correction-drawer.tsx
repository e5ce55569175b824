import {
  Alert,
  Button,
  Drawer,
  Group,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { describeResult, readResult } from '../../../shared/domain/teaching/assessment.ts';
import { type AttendanceStatus, attendanceStatuses } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { describeSession } from '../../../shared/domain/teaching/session.ts';
import { describeReason } from '../../../shared/regulation/certificate-verdict.ts';
import type { CorrectionEffect } from '../../../shared/regulation/correction-effect.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { LearnerRow } from '../../records/access.ts';
import { correctRecords } from '../../records/closing/closing-commands.ts';
import { effectOf, type Registered, readRegistered } from '../../records/closing/correction.ts';

const statusChoices = (Object.entries(attendanceStatuses) as [AttendanceStatus, string][]).map(
  ([value, label]) => ({ value, label }),
);

/** What the correction will do, in words, before it is done. */
function Effect({
  effect,
  certificateNumber,
}: {
  effect: CorrectionEffect;
  certificateNumber: string | null;
}) {
  const { years, before, after, certificateWrong } = effect;
  const reasons = after.reasons.map(describeReason).join('；');
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        更正的影响
      </Title>
      {years.length === 0 && (
        <Text size="sm">
          学时不变：公需 {after.hours.general}，专业 {after.hours.professional}
        </Text>
      )}
      {years.map(({ year, before: was, after: is }) => (
        <Text key={year} size="sm">
          {year} 年：公需 {was.general} → <b>{is.general}</b>，专业 {was.professional} →{' '}
          <b>{is.professional}</b> 学时
        </Text>
      ))}
      <Text size="sm">
        发证条件：{before.eligible ? '符合' : '不符合'} → {after.eligible ? '符合' : `不符合（${reasons}）`}
      </Text>
      {certificateNumber !== null &&
        (certificateWrong === null ? (
          <StateBadge tone="good">{`证书 ${certificateNumber} 与更正后的记录一致`}</StateBadge>
        ) : (
          <Alert variant="outline" color="red.9" icon={<IconAlertTriangle aria-hidden />}>
            证书 {certificateNumber}：{certificateWrong}，将标为“待更正”，不能再打印；
            {after.eligible ? '请随后发更正的证书。' : '请随后作废。'}
          </Alert>
        ))}
    </Stack>
  );
}

interface CorrectionProps {
  of: TrainingClass;
  learner: LearnerRow;
  registered: Registered;
  onDone(): void;
}

function Correction({ of, learner, registered, onDone }: CorrectionProps) {
  const { execute } = useRecords();
  const today = useToday();
  const [marks, setMarks] = useState<ReadonlyMap<string, AttendanceStatus>>(new Map());
  const [resultText, setResultText] = useState('');
  const [reason, setReason] = useState('');
  const result = resultText.trim() === '' ? undefined : (readResult(resultText) ?? undefined);
  const isMistyped = resultText.trim() !== '' && result === undefined;
  const effect = effectOf(of, registered, { marks, result }, today);
  const isChanged = marks.size > 0 || result !== undefined;
  const mark = (sessionId: string, status: AttendanceStatus) => {
    const next = new Map(marks);
    if (registered.marks.get(sessionId)?.status === status) next.delete(sessionId);
    else next.set(sessionId, status);
    setMarks(next);
  };
  const correct = () =>
    attempt(async () => {
      await execute(correctRecords, {
        classId: of.id,
        learnerId: learner.id,
        reason,
        marks: [...marks].map(([sessionId, status]) => ({ sessionId, status })),
        result: result ?? null,
      });
      sayDone(`${learner.name} 的记录已更正`);
      onDone();
    });
  const certificate = registered.certificate?.number ?? null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void correct();
      }}
    >
      <Stack>
        <Table>
          <Table.Tbody>
            {registered.sessions.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  {describeSession(session)}
                  <Text size="xs" c="dimmed">
                    {session.topic}
                  </Text>
                </Table.Td>
                <Table.Td w={200}>
                  <SegmentedControl
                    size="xs"
                    aria-label={`${describeSession(session)} 的出勤`}
                    value={marks.get(session.id) ?? registered.marks.get(session.id)?.status ?? ''}
                    onChange={(value) => mark(session.id, value as AttendanceStatus)}
                    data={statusChoices}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <TextInput
          label="考核结果更正为"
          description={`现在是 ${registered.result ? describeResult(registered.result) : '没有'}；不改就留空`}
          placeholder="86、合格、不合格"
          error={isMistyped && '请写 0–100 的成绩，或合格、不合格'}
          value={resultText}
          onChange={(event) => setResultText(event.currentTarget.value)}
        />
        <Effect effect={effect} certificateNumber={certificate} />
        <TextInput
          label="更正原因"
          required
          placeholder="例如：核对纸质签到表，当天请假"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={!isChanged || isMistyped || reason.trim() === ''}>
            更正
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export interface CorrectionDrawerProps {
  of: TrainingClass;
  learnerId: string | null;
  onClose(): void;
}

/** One learner of a closed class: what is registered, what it should be, why, and what that does. */
export function CorrectionDrawer({ of, learnerId, onClose }: CorrectionDrawerProps) {
  const { database } = useRecords();
  const found = useLiveQuery(async () => {
    if (learnerId === null) return null;
    const learner = await database.rows.learners.get(learnerId);
    return learner ? { learner, registered: await readRegistered(database, of.id, learnerId) } : null;
  }, [database, of.id, learnerId]);
  return (
    <Drawer
      opened={learnerId !== null}
      onClose={onClose}
      position="right"
      size={620}
      title={<Text fw={600}>更正 {found?.learner.name} 的点名和成绩</Text>}
    >
      {found && <Correction key={found.learner.id} of={of} {...found} onDone={onClose} />}
    </Drawer>
  );
}
