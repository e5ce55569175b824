import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { type Plan, planApproval } from '../../../shared/domain/teaching/plan.ts';
import { nextPlanState } from '../../../shared/regulation/plan-progress.ts';
import { AskReason } from '../../components/ask-reason.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { advancePlan, returnPlan } from '../../records/plan/plan-commands.ts';

const acts = { submitted: '报批', approved: '登记批准', running: '开始执行', done: '完成' } as const;

const consequences: Record<keyof typeof acts, string> = {
  submitted: '报批之后，每一处改动都须写明原因并留下记录。',
  approved: '',
  running: '开出第一个培训班时也会自动开始。',
  done: '各项都按期数结了班、或注明了不再开设，才能完成；完成之后不再改动。',
};

function Approve({ year, authority, today }: { year: number; authority: string; today: string }) {
  const { execute } = useRecords();
  const [opened, setOpened] = useState(false);
  const form = useForm({
    initialValues: { number: '', date: today, authority },
    validate: schemaResolver(planApproval, { sync: true }),
  });
  return (
    <Popover opened={opened} onChange={setOpened} withArrow trapFocus width={320} position="bottom-end">
      <Popover.Target>
        <Button onClick={() => setOpened(!opened)}>{acts.approved}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={form.onSubmit((approval) =>
            attempt(async () => {
              await execute(advancePlan, { year, approval });
              sayDone(`${year} 年计划已登记批准`);
            }),
          )}
        >
          <Stack gap="sm">
            <TextInput label="批准文号" required {...form.getInputProps('number')} />
            <DateInput label="批准日期" required valueFormat="YYYY-MM-DD" {...form.getInputProps('date')} />
            <TextInput label="批准部门" required {...form.getInputProps('authority')} />
            <Group justify="flex-end">
              <Button type="submit">保存批准</Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

export interface PlanStepsProps {
  plan: Plan;
  year: number;
  authority: string;
  today: string;
}

/** The plan's next step, and the way back to a draft. */
export function PlanSteps({ plan, year, authority, today }: PlanStepsProps) {
  const { execute } = useRecords();
  const next = nextPlanState(plan.state);
  if (next === null || next === 'draft') return null;
  if (next === 'approved') return <Approve year={year} authority={authority} today={today} />;
  return (
    <Button
      leftSection={<IconArrowRight size={16} aria-hidden />}
      onClick={() =>
        confirmAct({
          title: `${year} 年计划${acts[next]}？`,
          consequence: consequences[next],
          act: acts[next],
          perform: async () => {
            await execute(advancePlan, { year });
            sayDone(`${year} 年计划已${acts[next]}`);
          },
        })
      }
    >
      {acts[next]}
    </Button>
  );
}

/** Takes the plan back to a draft, with the reason. */
export function ReturnPlan({ plan, year }: { plan: Plan; year: number }) {
  const { execute } = useRecords();
  if (plan.state === 'draft' || plan.state === 'done') return null;
  return (
    <AskReason
      act="退回草案"
      label="退回的原因"
      description="例如主管部门要求调整；批准作废，改好后重新报批"
      submit="退回草案"
      dangerous
      onReason={async (reason) => {
        await execute(returnPlan, { year, reason });
        sayDone(`${year} 年计划已退回草案`);
      }}
    />
  );
}
