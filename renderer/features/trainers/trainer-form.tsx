import {
  Alert,
  Button,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { useLiveQuery } from 'dexie-react-hooks';
import { titleLevels } from '../../../shared/domain/people/learner.ts';
import {
  employments,
  type NamedTrainer,
  origins,
  type TrainerDetails,
  trainerDetails,
} from '../../../shared/domain/people/trainer.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { choices } from '../../components/choices.ts';
import { FormFooter } from '../../components/form-footer.tsx';
import { LearnerPicker } from '../../components/learner-picker.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PrivateInput } from '../../components/private-input.tsx';
import { ProofField } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { openTrainer } from '../../records/sealing/trainer-rows.ts';
import type { RosterLine } from '../../records/trainers/queries.ts';
import { addTrainer, editTrainer, removeTrainer } from '../../records/trainers/roster-commands.ts';
import { CertificatesField } from './certificates-field.tsx';

const nobody = { name: '', employerName: '', title: '', titleLevel: 'none', phone: '' } as const;

const empty: TrainerDetails = {
  employment: 'partTime',
  origin: 'inRegion',
  fields: [],
  subjects: ['professional'],
  certificates: [],
  photo: null,
  bankName: '',
  bankAccount: '',
  note: '',
  leftOn: null,
  learnerId: null,
  person: nobody,
};

/** Learners of the name that is typed: the same person is one record. */
function useNamesakes(name: string | undefined) {
  const { database } = useRecords();
  return useLiveQuery(async () => {
    if (!name || name.trim().length < 2) return [];
    const found = await database.rows.learners.where('terms').equals(name.trim()).limit(5).toArray();
    const employers = await database.rows.employers.bulkGet(found.map(({ employerId }) => employerId ?? ''));
    return found
      .map((learner, index) => ({ learner, employer: employers[index]?.name ?? '' }))
      .filter(({ learner }) => learner.name === name.trim());
  }, [database, name]);
}

export interface TrainerFormProps {
  trainer: NamedTrainer | null;
  roster: readonly RosterLine[];
  onDone(): void;
}

/** A trainer's profile (第23条); of one who is a learner, name and title stand in the learner's record. */
export function TrainerForm({ trainer, roster, onDone }: TrainerFormProps) {
  const { database, execute } = useRecords();
  const form = useForm<TrainerDetails>({
    initialValues: trainer ? openTrainer(database.vault, trainer) : empty,
    validate: schemaResolver(trainerDetails, { sync: true }),
  });
  const { values } = form;
  const namesakes = useNamesakes(values.person?.name);
  const linked = useLiveQuery(
    async () => (values.learnerId ? await database.rows.learners.get(values.learnerId) : undefined),
    [database, values.learnerId],
  );
  const link = (learnerId: string | null) => form.setValues({ learnerId, person: learnerId ? null : nobody });
  const known = [...new Set(roster.flatMap((line) => line.trainer.fields))];
  const save = (details: TrainerDetails) =>
    attempt(async () => {
      if (trainer) await execute(editTrainer, { id: trainer.id, details });
      else await execute(addTrainer, details);
      sayDone(trainer ? '教师资料已保存' : '教师已添加');
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        {values.person === null ? (
          <Group justify="space-between">
            <Text size="sm">
              也是学员：{linked?.name}（尾号 {linked?.lastFour}）。姓名、单位、职称和电话随学员资料。
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => link(null)}>
              取消关联
            </Button>
          </Group>
        ) : (
          <>
            <SimpleGrid cols={3} spacing="sm">
              <TextInput label="姓名" required data-autofocus {...form.getInputProps('person.name')} />
              <TextInput label="工作单位" {...form.getInputProps('person.employerName')} />
              <PrivateInput
                label="联系电话"
                value={values.person.phone}
                error={form.errors['person.phone']}
                onChange={(event) => form.setFieldValue('person.phone', event.currentTarget.value)}
              />
              <TextInput label="职称" {...form.getInputProps('person.title')} />
              <Select
                label="职称级别"
                allowDeselect={false}
                data={choices(titleLevels)}
                {...form.getInputProps('person.titleLevel')}
              />
            </SimpleGrid>
            {namesakes?.map(({ learner, employer }) => (
              <Alert key={learner.id} color="blue" variant="light" p="xs">
                <Group justify="space-between">
                  <Text size="sm">
                    学员里有同名的人：{learner.name}，{employer}，尾号 {learner.lastFour}
                  </Text>
                  <Button size="compact-sm" variant="default" onClick={() => link(learner.id)}>
                    是同一个人
                  </Button>
                </Group>
              </Alert>
            ))}
            {!trainer && <LearnerPicker label="或从学员中选" onPick={({ id }) => link(id)} />}
          </>
        )}
        <SimpleGrid cols={3} spacing="sm">
          <Select
            label="专职或兼职"
            allowDeselect={false}
            data={choices(employments)}
            {...form.getInputProps('employment')}
          />
          <Select
            label="区内或区外"
            allowDeselect={false}
            data={choices(origins)}
            {...form.getInputProps('origin')}
          />
          <DateInput
            label="离任日期"
            valueFormat="YYYY-MM-DD"
            placeholder="在任"
            clearable
            clearButtonProps={{ 'aria-label': '清除离任日期' }}
            {...form.getInputProps('leftOn')}
          />
        </SimpleGrid>
        <TagsInput
          label="专业领域"
          description="用课程、授课内容里出现的词，排课时据此推荐；回车添加"
          data={known}
          {...form.getInputProps('fields')}
        />
        <Checkbox.Group label="可授科目" {...form.getInputProps('subjects')}>
          <Group mt={6}>
            {Object.entries(subjectKinds).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <CertificatesField
          certificates={values.certificates}
          onChange={(certificates) => form.setFieldValue('certificates', certificates)}
        />
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="开户行" {...form.getInputProps('bankName')} />
          <PrivateInput
            label="银行账号"
            value={values.bankAccount}
            error={form.errors.bankAccount}
            onChange={(event) => form.setFieldValue('bankAccount', event.currentTarget.value)}
          />
        </SimpleGrid>
        <ProofField
          label="照片"
          description="JPG 或 PNG"
          proof={values.photo}
          onChange={(photo) => form.setFieldValue('photo', photo)}
        />
        <Textarea label="备注" autosize {...form.getInputProps('note')} />
        <FormFooter
          submit={trainer ? '保存' : '添加'}
          {...(trainer && {
            removal: {
              title: `删除教师“${trainer.name}”？`,
              consequence: '名册里不再有他。上过课、发过聘书或课酬的教师不能删除，请填离任日期。',
              perform: async () => {
                await execute(removeTrainer, { id: trainer.id });
                onDone();
              },
            },
          })}
        />
      </Stack>
    </form>
  );
}
