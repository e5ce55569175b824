import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ClassDetails, organiserKinds } from '../../../shared/domain/teaching/class.ts';
import { choices } from '../../components/choices.ts';

/** Who holds a class, for whom and by whom it is carried out: whether it may charge hangs on it (第26条). */
export function OrganiserFields<Values extends ClassDetails>({ form }: { form: UseFormReturnType<Values> }) {
  const isAuthority = form.getValues().organiserKind === 'authority';
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label="主办单位" required {...form.getInputProps('organiser')} />
        <Select
          label="主办单位类别"
          description={isAuthority ? '第26条：不得收取任何费用' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={choices(organiserKinds)}
          {...form.getInputProps('organiserKind')}
        />
        <TextInput label="承办单位" placeholder="与主办单位相同" {...form.getInputProps('contractor')} />
        <TextInput label="委托单位" placeholder="没有" {...form.getInputProps('commissioner')} />
      </SimpleGrid>
      <Checkbox
        label="公益性继续教育活动（第27条）"
        {...form.getInputProps('isPublicBenefit', { type: 'checkbox' })}
      />
    </>
  );
}
