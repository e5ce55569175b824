import { Autocomplete, Button, Group, Radio, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import type { z } from 'zod';
import {
  type DocumentKind,
  documentKinds,
  hasCheckDigit,
  readDocument,
  tidyDocumentNumber,
} from '../../../shared/domain/people/identity-document.ts';
import { type Learner, titleLevels } from '../../../shared/domain/people/learner.ts';
import { describeDocumentFault } from '../../../shared/exchange/roster/cell-values.ts';
import { useToday } from '../../components/clock.tsx';
import { fitPhoto } from '../../components/fit-photo.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { PrivateInput } from '../../components/private-input.tsx';
import { ProofField } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import { useQuery } from '../../components/use-query.ts';
import type { LearnerRow } from '../../records/access.ts';
import { readEmployerName } from '../../records/employers/queries.ts';
import { addLearner, editLearner, learnerInput } from '../../records/learners/learner-commands.ts';
import { openLearner } from '../../records/sealing/learner-rows.ts';

type LearnerValues = z.input<typeof learnerInput>;

function initialValues(learner: Learner | null, employerName: string): LearnerValues {
  if (learner) return learnerInput.parse({ ...learner, employerName });
  return {
    name: '',
    sex: 'male',
    ethnicity: '汉族',
    document: { kind: 'residentId', number: '' },
    employerName: '',
    department: '',
    titleSeries: '',
    title: '',
    titleLevel: 'none',
    education: '',
    phone: '',
    mongolianName: '',
    photo: null,
  };
}

export interface LearnerFormProps {
  /** Null to add someone new. */
  learner: LearnerRow | null;
  onSaved(learner: LearnerRow): void;
}

/** Adds or edits one learner; sex and birth date follow the document where it says them. */
export function LearnerForm(props: LearnerFormProps) {
  const employerName = useQuery(readEmployerName, props.learner?.employerId ?? null);
  // A form opened before the employer is read would save the learner without one.
  return employerName === undefined ? null : <LoadedLearnerForm {...props} employerName={employerName} />;
}

function LoadedLearnerForm({
  learner: row,
  employerName,
  onSaved,
}: LearnerFormProps & { employerName: string }) {
  const { database, execute } = useRecords();
  // Whoever edits a learner may see the numbers whole; the fields show them when asked.
  const [learner] = useState(() => row && openLearner(database.vault, row));
  const today = useToday();
  const employers = useEmployerNames();
  const [again, setAgain] = useState('');
  const form = useForm<LearnerValues>({
    initialValues: initialValues(learner, employerName),
    validate: schemaResolver(learnerInput, { sync: true }),
  });
  const { kind, number } = form.values.document;
  const reading = number === '' ? null : readDocument(kind, number, today);
  const untouched = learner !== null && tidyDocumentNumber(number) === learner.document.number;
  const typedTwice = reading?.ok === true && !hasCheckDigit(reading.document) && !untouched;
  const sexKnown = reading?.ok === true && reading.sex !== null;

  const setNumber = (text: string) => {
    form.setFieldValue('document.number', text);
    const next = readDocument(kind, text, today);
    if (next.ok && next.sex) form.setFieldValue('sex', next.sex);
  };
  const save = (values: LearnerValues) =>
    attempt(async () => {
      if (reading && !reading.ok)
        return form.setFieldError('document.number', describeDocumentFault(reading.fault));
      if (typedTwice && tidyDocumentNumber(again) !== tidyDocumentNumber(number)) {
        return form.setFieldError('document.number', '这种证件没有校验位，请把号码再输一遍，两次须一致');
      }
      const saved = learner
        ? await execute(editLearner, { ...values, id: learner.id })
        : await execute(addLearner, values);
      sayDone(`${saved.name} 已登记`);
      onSaved(saved);
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <TextInput label="姓名" required data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label="证件类型"
            allowDeselect={false}
            data={Object.entries(documentKinds).map(([value, label]) => ({ value, label }))}
            value={kind}
            onChange={(value) => form.setFieldValue('document.kind', (value ?? 'residentId') as DocumentKind)}
          />
          <PrivateInput
            label="证件号码"
            required
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={
              form.errors['document.number'] ??
              (reading && !reading.ok && number.length >= 15
                ? describeDocumentFault(reading.fault)
                : undefined)
            }
            description={reading?.ok && reading.birthDate ? `出生日期 ${reading.birthDate}` : ' '}
          />
        </SimpleGrid>
        {typedTwice && (
          <TextInput
            label="再输一遍证件号码"
            description="这种证件没有校验位"
            required
            autoComplete="off"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        <SimpleGrid cols={2} spacing="sm">
          <Radio.Group label="性别" {...form.getInputProps('sex')}>
            <Group mt={6}>
              <Radio value="male" label="男" disabled={sexKnown && form.values.sex !== 'male'} />
              <Radio value="female" label="女" disabled={sexKnown && form.values.sex !== 'female'} />
            </Group>
          </Radio.Group>
          <Autocomplete
            label="民族"
            data={['汉族', '蒙古族', '满族', '回族', '达斡尔族', '鄂温克族', '鄂伦春族', '朝鲜族']}
            {...form.getInputProps('ethnicity')}
          />
        </SimpleGrid>
        <Autocomplete
          label="工作单位"
          description="没有登记过的单位会自动添加"
          data={[...new Set(employers.values())]}
          limit={8}
          {...form.getInputProps('employerName')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="部门" {...form.getInputProps('department')} />
          <PrivateInput label="联系电话" {...form.getInputProps('phone')} value={form.values.phone} />
          <TextInput label="职称" {...form.getInputProps('title')} />
          <Select
            label="职称级别"
            allowDeselect={false}
            data={Object.entries(titleLevels).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('titleLevel')}
          />
          <TextInput label="职称系列" {...form.getInputProps('titleSeries')} />
          <TextInput label="学历" {...form.getInputProps('education')} />
          <TextInput
            label="蒙古文姓名"
            description="印在双语证书上"
            {...form.getInputProps('mongolianName')}
          />
        </SimpleGrid>
        <ProofField
          label="照片"
          description="JPG 或 PNG，印在证书上"
          proof={form.values.photo}
          onChange={(photo) => form.setFieldValue('photo', photo)}
          accept="image/jpeg,image/png"
          prepare={fitPhoto}
        />
        <Group justify="flex-end" mt="xs">
          <Button type="submit">保存</Button>
        </Group>
      </Stack>
    </form>
  );
}
