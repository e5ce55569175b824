import {
  Alert,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { useLiveQuery } from 'dexie-react-hooks';
import { issuerKinds, type OutsideEntry } from '../../../shared/domain/teaching/outside-entry.ts';
import { describeWay, type Way, wayNumbers } from '../../../shared/domain/teaching/way.ts';
import { outsideWarning } from '../../../shared/regulation/outside-hours.ts';
import { choices } from '../../components/choices.ts';
import { FormFooter } from '../../components/form-footer.tsx';
import { LearnerPicker } from '../../components/learner-picker.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { ProofField } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import {
  addOutsideEntry,
  editOutsideEntry,
  type OutsideEntryInput,
  outsideEntryInput,
  removeOutsideEntry,
} from '../../records/outside-hours/outside-entry-commands.ts';

type Values = Omit<OutsideEntryInput, 'way' | 'hours'> & { way: string | null; hours: number | string };

function valuesOf(entry: OutsideEntry | null, learnerId: string): Values {
  if (entry) {
    const { id: _id, certificateKey: _key, unprovenDate: _unproven, at: _at, by: _by, ...stated } = entry;
    return { ...stated, way: stated.way === null ? null : String(stated.way) };
  }
  return {
    learnerId,
    kind: 'professional',
    way: null,
    title: '',
    issuer: '',
    issuerKind: 'other',
    certificateNumber: '',
    date: '',
    hours: '',
    proof: null,
  };
}

function inputOf(values: Values): unknown {
  const way = values.kind === 'general' || values.way === null ? null : (Number(values.way) as Way);
  return { ...values, way, hours: values.hours === '' ? 0 : values.hours };
}

export interface EntryFormProps {
  /** The entry to change; null registers one. */
  entry: OutsideEntry | null;
  /** Whose hours, where that is known already. */
  learnerId: string;
  onDone(): void;
}

/** Hours earned elsewhere (第12条), with their scan. */
export function EntryForm({ entry, learnerId, onDone }: EntryFormProps) {
  const { database, execute } = useRecords();
  const form = useForm<Values>({
    initialValues: valuesOf(entry, learnerId),
    validate: (values) => schemaResolver(outsideEntryInput, { sync: true })(inputOf(values) as Values),
  });
  const { values } = form;
  const learner = useLiveQuery(
    () => database.rows.learners.get(values.learnerId),
    [database, values.learnerId],
  );
  const read = outsideEntryInput.safeParse(inputOf(values));
  const warning = read.success ? outsideWarning(read.data) : null;
  const save = () =>
    attempt(async () => {
      const input = outsideEntryInput.parse(inputOf(values));
      if (entry) await execute(editOutsideEntry, { ...input, id: entry.id });
      else await execute(addOutsideEntry, input);
      sayDone(input.proof ? `已登记 ${input.hours} 学时` : '已登记；补上证明之后才计入学时');
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        {values.learnerId === '' ? (
          <LearnerPicker label="学员" autoFocus onPick={({ id }) => form.setFieldValue('learnerId', id)} />
        ) : (
          <Text>
            学员：<b>{learner?.name}</b>（尾号 {learner?.lastFour}）
          </Text>
        )}
        <SegmentedControl
          aria-label="科目类别"
          data={[
            { value: 'professional', label: '专业科目（第12条九种方式）' },
            { value: 'general', label: '公需科目（其他基地或平台的证书）' },
          ]}
          {...form.getInputProps('kind')}
        />
        {values.kind === 'professional' && (
          <Select
            label="参加方式"
            required
            data={wayNumbers.map((number) => ({ value: String(number), label: describeWay(number) }))}
            {...form.getInputProps('way')}
          />
        )}
        <TextInput
          label="内容"
          required
          data-autofocus={values.learnerId !== '' || undefined}
          {...form.getInputProps('title')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="出具单位" required {...form.getInputProps('issuer')} />
          <Select
            label="出具单位类型"
            required
            allowDeselect={false}
            data={choices(issuerKinds)}
            {...form.getInputProps('issuerKind')}
          />
          <TextInput
            label="证明编号"
            required={values.kind === 'general'}
            {...form.getInputProps('certificateNumber')}
          />
          <Group grow gap="sm" align="flex-start">
            <DateInput label="完成日期" required valueFormat="YYYY-MM-DD" {...form.getInputProps('date')} />
            <NumberInput
              label="学时"
              required
              min={1}
              max={500}
              allowDecimal={false}
              {...form.getInputProps('hours')}
            />
          </Group>
        </SimpleGrid>
        <ProofField
          label="证明文件"
          description="PDF、JPG 或 PNG；没有证明的学时先不计入"
          proof={values.proof}
          onChange={(proof) => form.setFieldValue('proof', proof)}
        />
        {warning && (
          <Alert variant="outline" color="#b93815">
            {warning}
          </Alert>
        )}
        <FormFooter
          submit="保存"
          {...(entry && {
            removal: {
              title: '删除这条外部学时？',
              consequence: '它的学时不再计入；可以在“操作记录”里撤销。',
              perform: async () => {
                await execute(removeOutsideEntry, { id: entry.id });
                onDone();
              },
            },
          })}
        />
      </Stack>
    </form>
  );
}
