import { Button, Checkbox, Drawer, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconBulb, IconCheck } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Plan } from '../../../shared/domain/teaching/plan.ts';
import { changesNeedReason } from '../../../shared/regulation/plan-progress.ts';
import { useActor } from '../../components/actor-context.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { type SuggestedLine, suggestLines } from '../../records/plan/proposals.ts';
import { type Proposal, proposePlanLines } from '../../records/plan/propose-command.ts';
import { EvidenceView } from './evidence-view.tsx';

/** A task for everything an evaluation valued low, to be done before the line begins. */
function tasksOf({ line, results }: SuggestedLine, owner: string): Proposal['tasks'] {
  return results.flatMap(({ run, low }) =>
    low.map(({ key, label }) => ({
      runId: run.id,
      itemKey: key,
      item: label,
      action: `改进“${label}”`.slice(0, 200),
      owner,
      dueOn: `${line.firstMonth}-01`,
    })),
  );
}

function Suggested({ one, chosen, onToggle }: { one: SuggestedLine; chosen: boolean; onToggle(): void }) {
  const { line, results, comments, taken } = one;
  const low = results.flatMap((result) => result.low);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Checkbox
          checked={chosen}
          onChange={onToggle}
          label={line.title}
          description={`${line.classes} 期，${line.people} 人，每期 ${line.hours} 学时，${line.firstMonth} 至 ${line.lastMonth}`}
        />
        {taken !== null ? (
          <StateBadge tone="neutral">计划里已有</StateBadge>
        ) : results.some(({ isShown }) => isShown) ? (
          <StateBadge tone={low.length > 0 ? 'warning' : 'good'}>
            {low.length > 0 ? `${low.length} 个低分项` : '有评估'}
          </StateBadge>
        ) : (
          <StateBadge tone="bad">没有评估，要写依据</StateBadge>
        )}
      </Group>
      <Stack gap={4} pl={30} mt={4}>
        <EvidenceView results={results} comments={comments} />
        {low.map(({ key, label, mean }) => (
          <Text key={key} size="sm" c="red.9">
            低分：{label}（{mean.toFixed(2)}）
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}

function Suggestions({ plan, year, onDone }: { plan: Plan; year: number; onDone(): void }) {
  const { database, execute } = useRecords();
  const { actor } = useActor();
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [owner, setOwner] = useState(actor.name);
  const [reason, setReason] = useState('');
  const found = useLiveQuery(() => suggestLines(database, year), [database, year]);
  if (!found) return null;
  const picked = chosen ?? new Set(found.filter(({ taken }) => taken === null).map(({ key }) => key));
  const lines = found.filter(({ key }) => picked.has(key));
  const needsReason = changesNeedReason(plan.state);
  const toggle = (key: string) => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const propose = () =>
    attempt(async () => {
      const proposals = lines.map((one) => ({ line: one.line, tasks: tasksOf(one, owner) }));
      const count = await execute(proposePlanLines, { year, proposals, reason });
      sayDone(`已拟入 ${count} 项`);
      onDone();
    });
  if (found.length === 0) {
    return (
      <EmptyState
        icon={IconBulb}
        title={`${year - 1} 年没有可以延续的项目`}
        hint="办过班、做过评估之后，这里会带着评估结果列出来。现在请直接添加项目，并写明依据。"
      />
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        {year - 1}{' '}
        年办过或计划过的，评分高的在前。拟入以后可以逐项修改；低分项各成一项改进任务，期限是开班之前。
      </Text>
      {found.map((one) => (
        <Suggested key={one.key} one={one} chosen={picked.has(one.key)} onToggle={() => toggle(one.key)} />
      ))}
      <Group align="flex-end" justify="space-between">
        <TextInput
          label="改进任务的责任人"
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        {needsReason && (
          <TextInput
            label="改动原因"
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={lines.length === 0 || owner.trim().length < 2}
          onClick={propose}
        >
          拟入 {lines.length} 项
        </Button>
      </Group>
    </Stack>
  );
}

/** Next year's plan opens with the evidence: what the year before had, how it was valued, what to do about it. */
export function ProposeDrawer({
  plan,
  year,
  opened,
  onClose,
}: {
  plan: Plan;
  year: number;
  opened: boolean;
  onClose(): void;
}) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={720}
      title={
        <Text fw={600}>
          据 {year - 1} 年评估拟定 {year} 年计划（第24条）
        </Text>
      }
    >
      {opened && <Suggestions plan={plan} year={year} onDone={onClose} />}
    </Drawer>
  );
}
