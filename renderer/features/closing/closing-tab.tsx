import { Button, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { civilDateAt, momentText } from '../../../shared/domain/base/civil-date.ts';
import { describeResult } from '../../../shared/domain/teaching/assessment.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { latenessRules, partHourRules } from '../../../shared/domain/teaching/counting-rules.ts';
import { filingDeadline, keptUntil } from '../../../shared/regulation/class-closing.ts';
import { useMay } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { useToday } from '../../components/clock.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { sayDone } from '../../components/notify.ts';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { classVerdicts, type LearnerVerdict } from '../../records/certificates/verdicts.ts';
import { type ClassMember, classMembers } from '../../records/classes/queries.ts';
import { closeClass, correctRecords, reopenClass } from '../../records/closing/closing-commands.ts';
import { closingLinesOf } from '../../records/closing/closing-facts.ts';
import { Checklist } from './checklist.tsx';
import { CorrectionDrawer } from './correction-drawer.tsx';

interface ClosedRow extends ClassMember {
  outcome: LearnerVerdict | undefined;
}

const columns: RecordColumn<ClosedRow>[] = [
  { key: 'index', header: '序号', width: 60, align: 'right', render: (_, index) => index + 1 },
  { key: 'name', header: '姓名', width: 140, render: ({ learner }) => learner.name },
  { key: 'lastFour', header: '尾号', width: 70, render: ({ learner }) => learner.lastFour },
  {
    key: 'rate',
    header: '出勤',
    width: 80,
    align: 'right',
    render: ({ outcome }) => outcome && `${outcome.verdict.rate.attended}/${outcome.verdict.rate.planned}`,
  },
  {
    key: 'general',
    header: '公需',
    width: 64,
    align: 'right',
    render: ({ outcome }) => outcome?.verdict.hours.general,
  },
  {
    key: 'professional',
    header: '专业',
    width: 64,
    align: 'right',
    render: ({ outcome }) => outcome?.verdict.hours.professional,
  },
  {
    key: 'result',
    header: '考核',
    width: 90,
    render: ({ outcome }) => (outcome?.assessment ? describeResult(outcome.assessment) : '—'),
  },
  {
    key: 'certificate',
    header: '证书',
    render: ({ outcome }) => {
      const certificate = outcome?.certificate;
      if (!certificate) return '';
      if (!certificate.toReplace) return certificate.number;
      return <StateBadge tone="warning">{`${certificate.number} 待更正`}</StateBadge>;
    },
  },
];

/** What is registered and what is missing (第10条); closed, what was registered, and its correction. */
export function ClosingTab({ of }: { of: TrainingClass }) {
  const { database, execute } = useRecords();
  const today = useToday();
  const [correcting, setCorrecting] = useState<string | null>(null);
  const mayClose = useMay(closeClass);
  const mayReopen = useMay(reopenClass);
  const mayCorrect = useMay(correctRecords);
  const found = useLiveQuery(async () => {
    const [lines, members, verdicts, base] = await Promise.all([
      closingLinesOf(database, of, today),
      classMembers(database, of.id),
      classVerdicts(database, of, today),
      database.rows.base.get('base'),
    ]);
    const rows = members.map(
      (member): ClosedRow => ({ ...member, outcome: verdicts.get(member.learner.id) }),
    );
    return { lines, rows, settings: base?.settings };
  }, [database, of, today]);
  if (!found?.settings) return null;
  const { lines, rows, settings } = found;
  const open = lines.filter(({ isOpen }) => isOpen).length;
  const { countingRules: rules } = of;
  const ruleText = `本班规则：不足一学时的部分${partHourRules[rules.partHours]}，迟到${latenessRules[rules.lateness]}`;
  if (!of.closed) {
    const deadline = of.endDate && filingDeadline(of.endDate, settings.filingDeadlineDays);
    return (
      <Stack gap="md">
        <Group justify="space-between" maw={900} wrap="nowrap">
          <Text size="sm" c="dimmed">
            第10条要求登记每名学员的种类、内容和考核结果；都登记了才能结班。
            {deadline && `应在 ${deadline} 前结班。`}
            {ruleText}。
          </Text>
          {mayClose && (
            <Button
              disabled={open > 0}
              leftSection={<IconLock size={16} aria-hidden />}
              onClick={() =>
                confirmAct({
                  title: `“${of.title}”结班？`,
                  consequence:
                    '结班后点名、成绩、学员和课程表固定下来，要改须写明原因（更正），并会标出受影响的证书。',
                  act: '结班',
                  perform: async () => {
                    await execute(closeClass, { classId: of.id });
                    sayDone(`“${of.title}”已结班`);
                  },
                })
              }
            >
              {open > 0 ? `还差 ${open} 项` : '结班'}
            </Button>
          )}
        </Group>
        <Checklist of={of} lines={lines} />
      </Stack>
    );
  }
  const closedOn = civilDateAt(Date.parse(of.closed.at));
  return (
    <>
      <Group justify="space-between" mb="sm" align="flex-start">
        <Stack gap={2}>
          <Group gap="xs">
            <StateBadge tone="good">已结班</StateBadge>
            <Text size="sm">
              {momentText(of.closed.at)}　{of.closed.by}　资料保存至{' '}
              {keptUntil(closedOn, settings.retentionYears)}
            </Text>
          </Group>
          <Text size="sm" c="dimmed">
            {ruleText}。{mayCorrect && '要改一个人的点名或成绩，打开这个人并写明原因。'}
          </Text>
        </Stack>
        {mayReopen && (
          <AskReason
            act="撤销结班"
            label="撤销结班的原因"
            description="补一次课、加一名学员时用；改点名和成绩请用更正"
            submit="撤销结班"
            dangerous
            onReason={async (reason) => {
              await execute(reopenClass, { classId: of.id, reason });
              sayDone('已撤销结班');
            }}
          />
        )}
      </Group>
      <RecordTable
        label="结班登记"
        rows={rows}
        columns={columns}
        rowKey={({ learner }) => learner.id}
        openKey={correcting}
        {...(mayCorrect && { onOpen: ({ learner }: ClosedRow) => setCorrecting(learner.id) })}
      />
      <CorrectionDrawer of={of} learnerId={correcting} onClose={() => setCorrecting(null)} />
    </>
  );
}
