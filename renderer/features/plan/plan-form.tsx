import { Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { type FundSource, fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatFen, readFen } from '../../../shared/domain/money/money.ts';
import { type SubjectKind, subjectKinds } from '../../../shared/domain/teaching/course.ts';
import {
  noEvidence,
  type Plan,
  type PlanEvidence,
  type PlanLine,
  planLineDetails,
} from '../../../shared/domain/teaching/plan.ts';
import { changesNeedReason } from '../../../shared/regulation/plan-progress.ts';
import { choices } from '../../components/choices.ts';
import { FormFooter } from '../../components/form-footer.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { addPlanLine, editPlanLine, removePlanLine } from '../../records/plan/plan-commands.ts';
import { EvidenceField } from './evidence-field.tsx';

interface Values {
  title: string;
  subjectKind: SubjectKind;
  audience: string;
  hours: number | string;
  classes: number | string;
  people: number | string;
  firstMonth: string;
  lastMonth: string;
  trainer: string;
  fee: string;
  feeBasis: string;
  fundSource: FundSource;
  evidence: PlanEvidence;
  reason: string;
}

function valuesOf(line: PlanLine | null, year: number): Values {
  const { feeFen = 0, ...stated } = line ?? {
    title: '',
    subjectKind: 'professional' as const,
    audience: '',
    hours: 30,
    classes: 1,
    people: 50,
    firstMonth: `${year}-03`,
    lastMonth: `${year}-06`,
    trainer: '',
    fundSource: 'employer' as const,
    feeBasis: '',
    evidence: noEvidence,
  };
  const { title, subjectKind, audience, hours, classes, people, firstMonth, lastMonth, trainer, fundSource } =
    stated;
  return {
    title,
    subjectKind,
    audience,
    hours,
    classes,
    people,
    firstMonth,
    lastMonth,
    trainer,
    fundSource,
    fee: formatFen(feeFen),
    feeBasis: stated.feeBasis,
    evidence: stated.evidence,
    reason: '',
  };
}

function detailsOf({ fee, reason: _reason, ...values }: Values, year: number): unknown {
  return { ...values, year, feeFen: readFen(fee) ?? Number.NaN };
}

/** What is wrong with the form, by its fields: the fee is typed in yuan. */
function errorsOf(values: Values, year: number): Record<string, unknown> {
  const errors = schemaResolver(planLineDetails, { sync: true })(detailsOf(values, year) as never);
  const { feeFen, ...rest } = errors as Record<string, unknown>;
  return feeFen === undefined ? rest : { ...rest, fee: '金额请按 600.00 的格式填写，最多两位小数' };
}

export interface PlanFormProps {
  plan: Plan;
  /** The line to change; null adds one. */
  line: PlanLine | null;
  year: number;
  onDone(): void;
}

/** One line of the plan; after it was submitted with the reason of the change. */
export function PlanForm({ plan, line, year, onDone }: PlanFormProps) {
  const { execute } = useRecords();
  const needsReason = changesNeedReason(plan.state);
  const form = useForm<Values>({
    initialValues: valuesOf(line, year),
    validate: (values) => errorsOf(values, year) as never,
  });
  const save = (values: Values) =>
    attempt(async () => {
      const stated = { line: planLineDetails.parse(detailsOf(values, year)), reason: values.reason };
      if (line) await execute(editPlanLine, { ...stated, id: line.id });
      else await execute(addPlanLine, stated);
      sayDone(`“${stated.line.title}”已保存`);
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <TextInput label="培训名称" required data-autofocus {...form.getInputProps('title')} />
        <TextInput label="培训对象" required {...form.getInputProps('audience')} />
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label="科目"
            allowDeselect={false}
            data={choices(subjectKinds)}
            {...form.getInputProps('subjectKind')}
          />
          <TextInput label="授课教师" {...form.getInputProps('trainer')} />
        </SimpleGrid>
        <SimpleGrid cols={3} spacing="sm">
          <NumberInput
            label="每期学时"
            required
            min={1}
            allowDecimal={false}
            {...form.getInputProps('hours')}
          />
          <NumberInput
            label="期数"
            required
            min={1}
            allowDecimal={false}
            {...form.getInputProps('classes')}
          />
          <NumberInput
            label="总人数"
            required
            min={1}
            allowDecimal={false}
            {...form.getInputProps('people')}
          />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            label="开始月份"
            placeholder={`${year}-03`}
            required
            {...form.getInputProps('firstMonth')}
          />
          <TextInput
            label="结束月份"
            placeholder={`${year}-06`}
            required
            {...form.getInputProps('lastMonth')}
          />
          <TextInput label="每人收费（元）" required {...form.getInputProps('fee')} />
          <TextInput label="收费依据" placeholder="文号，公示时要用" {...form.getInputProps('feeBasis')} />
          <Select
            label="经费来源（第5条）"
            allowDeselect={false}
            data={choices(fundSources)}
            {...form.getInputProps('fundSource')}
          />
        </SimpleGrid>
        <EvidenceField
          year={year}
          value={form.values.evidence}
          onChange={(evidence) => form.setFieldValue('evidence', evidence)}
        />
        {needsReason && (
          <TextInput
            label="改动原因"
            description="计划已经报批，每一处改动都会连同原因留下"
            required
            {...form.getInputProps('reason')}
          />
        )}
        <FormFooter
          submit="保存"
          {...(line &&
            plan.state === 'draft' && {
              removal: {
                title: `删除“${line.title}”？`,
                consequence: '这一项从计划草案里删除。已开出培训班的不能删除。',
                perform: async () => {
                  await execute(removePlanLine, { id: line.id });
                  onDone();
                },
              },
            })}
        />
        {line?.changes.map(({ at, by, reason, before }) => (
          <Group key={at} gap="xs">
            <Text size="sm">
              {momentText(at)}　{by}　{before ? '修改' : '补充'}：{reason}
            </Text>
          </Group>
        ))}
      </Stack>
    </form>
  );
}
