import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { ImprovementTask } from '../../../shared/domain/teaching/improvement-task.ts';
import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { type OpenLowItem, openLowItems } from '../../../shared/regulation/plan-evidence.ts';
import { useActor } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { finishImprovement, planImprovement } from '../../records/plan/improvement-commands.ts';
import { EvidenceView } from './evidence-view.tsx';
import { useEvidence } from './use-evidence.ts';

/** Undertakes what was valued low: what, who, by when. */
function TaskForm({ line, item, task }: { line: PlanLine; item: OpenLowItem; task: ImprovementTask | null }) {
  const { execute } = useRecords();
  const { actor } = useActor();
  const [action, setAction] = useState(task?.action ?? `改进“${item.label}”`);
  const [owner, setOwner] = useState(task?.owner ?? actor.name);
  const [dueOn, setDueOn] = useState(task?.dueOn ?? `${line.firstMonth}-01`);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(async () => {
          await execute(planImprovement, {
            planLineId: line.id,
            runId: item.runId,
            itemKey: item.key,
            item: item.label,
            action,
            owner,
            dueOn,
          });
          sayDone('改进任务已保存');
        });
      }}
    >
      <Fieldset legend={`${item.label}（${item.mean.toFixed(2)}）`} p="xs">
        <Stack gap={6}>
          <TextInput
            label="改进措施"
            value={action}
            onChange={(event) => setAction(event.currentTarget.value)}
          />
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              label="责任人"
              value={owner}
              onChange={(event) => setOwner(event.currentTarget.value)}
            />
            <DateInput
              label="期限"
              valueFormat="YYYY-MM-DD"
              value={dueOn}
              onChange={(value) => setDueOn(value ?? '')}
            />
            <Button type="submit" variant="default">
              {task ? '修改' : '安排'}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
    </form>
  );
}

function Task({ line, task }: { line: PlanLine; task: ImprovementTask }) {
  const { execute } = useRecords();
  if (task.done) {
    return (
      <Text size="sm">
        {task.item}：{task.action}，{task.owner} {task.done.at.slice(0, 10)} 完成：{task.done.note}
      </Text>
    );
  }
  const item = { runId: task.runId, key: task.itemKey, label: task.item, mean: task.mean };
  return (
    <Stack gap={4}>
      <TaskForm line={line} item={item} task={task} />
      <AskReason
        act="已完成"
        label="做了什么"
        description={`${task.owner}，期限 ${task.dueOn}`}
        submit="完成"
        onReason={async (note) => {
          await execute(finishImprovement, { id: task.id, note });
          sayDone('改进任务已完成');
        }}
      />
    </Stack>
  );
}

/** What a line rests on, and what was undertaken about what was valued low (第24条). */
export function LineEvidence({ line }: { line: PlanLine }) {
  const found = useEvidence([line]);
  if (!found) return null;
  const results = line.evidence.runIds.flatMap((id) => found.results.get(id) ?? []);
  const open = openLowItems(line, found.results, found.tasks);
  const isFounded = results.some(({ isShown }) => isShown) || line.evidence.stated !== '';
  return (
    <Fieldset legend="评估依据和改进（第24条）" p="sm">
      <Stack gap="xs">
        {!isFounded && (
          <StateBadge tone="bad">没有评估依据，不能报批：请在下面选评估结果或写明依据</StateBadge>
        )}
        <EvidenceView
          results={results}
          comments={results.flatMap(({ run }) => found.comments.get(run.id) ?? [])}
        />
        {open.map((item) => (
          <TaskForm key={`${item.runId} ${item.key}`} line={line} item={item} task={null} />
        ))}
        {found.tasks.map((task) => (
          <Task key={task.id} line={line} task={task} />
        ))}
      </Stack>
    </Fieldset>
  );
}
