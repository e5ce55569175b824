import { NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { boastfulWordsIn, type ClassDetails, teachingModes } from '../../../shared/domain/teaching/class.ts';
import { choices } from '../../components/choices.ts';
import { OrganiserFields } from './organiser-fields.tsx';

/** A class's own facts; without the course it comes from. */
export function ClassFields<Values extends ClassDetails>({ form }: { form: UseFormReturnType<Values> }) {
  const boastful = boastfulWordsIn(form.getValues().title);
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label="班号" required {...form.getInputProps('number')} />
        <TextInput
          label="培训班名称"
          required
          {...form.getInputProps('title')}
          description={
            boastful.length > 0 ? `“${boastful.join('”“')}”容易被主管部门质疑，建议换一个说法` : '印在证书上'
          }
        />
      </SimpleGrid>
      <Textarea
        label="培训内容"
        description="第10条要求登记"
        required
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps('content')}
      />
      <OrganiserFields form={form} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label="班主任" {...form.getInputProps('responsibleTeacher')} />
        <Select
          label="经费来源"
          allowDeselect={false}
          data={choices(fundSources)}
          {...form.getInputProps('fundSource')}
        />
        <TextInput label="地点" {...form.getInputProps('place')} />
        <Select
          label="方式"
          allowDeselect={false}
          data={choices(teachingModes)}
          {...form.getInputProps('mode')}
        />
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="sm">
        <NumberInput
          label="人数上限"
          placeholder="不限"
          min={1}
          allowDecimal={false}
          {...form.getInputProps('capacity')}
          onChange={(value) =>
            form.setFieldValue('capacity', (typeof value === 'number' ? value : null) as never)
          }
          value={form.getValues().capacity ?? ''}
        />
        <NumberInput
          label="出勤率要求（%）"
          min={0}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('attendanceThresholdPercent')}
        />
        <NumberInput label="及格分" min={0} max={100} {...form.getInputProps('passMark')} />
      </SimpleGrid>
    </>
  );
}
