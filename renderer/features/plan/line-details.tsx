import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { AskReason } from '../../components/ask-reason.tsx';
import { sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { dropPlanLine } from '../../records/plan/plan-commands.ts';
import { LineEvidence } from './line-evidence.tsx';
import { PlanForm, type PlanFormProps } from './plan-form.tsx';

function DropLine({ line }: { line: PlanLine }) {
  const { execute } = useRecords();
  return (
    <AskReason
      act="不再开设"
      label="不再开设的原因"
      description="这一项留在计划里，写明原因；计划完成时不再要求它结班"
      submit="注明不再开设"
      dangerous
      onReason={async (reason) => {
        await execute(dropPlanLine, { id: line.id, reason });
        sayDone(`“${line.title}”已注明不再开设`);
      }}
    />
  );
}

/** One line of the plan: the class to open out of it, what it states, and why it is not held. */
export function LineDetails({ plan, line, year, onDone }: PlanFormProps) {
  const isOpenable = plan.state === 'approved' || plan.state === 'running';
  return (
    <Stack>
      {line && isOpenable && !line.dropped && (
        <Group>
          <Button
            component={Link}
            href={`/classes?plan=${line.id}`}
            leftSection={<IconSchool size={16} aria-hidden />}
          >
            据此开设培训班
          </Button>
        </Group>
      )}
      {line && <LineEvidence key={line.id} line={line} />}
      {line?.dropped && (
        <Text size="sm">
          {line.dropped.by} 注明不再开设：{line.dropped.reason}
        </Text>
      )}
      {plan.state !== 'done' && <PlanForm plan={plan} line={line} year={year} onDone={onDone} />}
      {line && plan.state !== 'draft' && plan.state !== 'done' && !line.dropped && <DropLine line={line} />}
    </Stack>
  );
}
