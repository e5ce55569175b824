import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import type { z } from 'zod';
import { baseLevels, type baseProfile } from '../../../shared/domain/base/base.ts';
import { regions } from '../../../shared/domain/people/region.ts';

export type ProfileValues = z.input<typeof baseProfile>;

export const emptyProfile: ProfileValues = {
  name: '',
  code: '',
  approvalNumber: '',
  approvalDate: '',
  authority: '',
  level: 'autonomousRegion',
  address: '',
  regionCode: '1501',
  mongolianName: '',
};

/** The base as its approval states it (第20、21条). */
export function ProfileFields({ form }: { form: UseFormReturnType<ProfileValues> }) {
  return (
    <SimpleGrid cols={2} spacing="sm">
      <TextInput
        label="基地名称"
        description="印在证书上，须与批准文件一致"
        required
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label="基地代码"
        description="印在证书编号里，如 NMG01"
        required
        {...form.getInputProps('code')}
      />
      <TextInput label="批准文号" required {...form.getInputProps('approvalNumber')} />
      <DateInput
        label="批准日期"
        required
        valueFormat="YYYY-MM-DD"
        maxDate={new Date()}
        placeholder="2018-05-20"
        {...form.getInputProps('approvalDate')}
      />
      <TextInput label="批准部门" required {...form.getInputProps('authority')} />
      <Select
        label="基地级别"
        required
        allowDeselect={false}
        data={Object.entries(baseLevels).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('level')}
      />
      <Select
        label="所在盟市"
        required
        allowDeselect={false}
        data={Object.entries(regions).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('regionCode')}
      />
      <TextInput label="地址" required {...form.getInputProps('address')} />
      <TextInput
        label="蒙古文名称"
        description="印在双语证书上，可以空着"
        {...form.getInputProps('mongolianName')}
      />
    </SimpleGrid>
  );
}
