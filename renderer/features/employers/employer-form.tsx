import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { acts } from '../../../shared/domain/base/acts.ts';
import { readCreditCode } from '../../../shared/domain/people/credit-code.ts';
import { type Employer, employerKinds, ownerships } from '../../../shared/domain/people/employer.ts';
import { regions } from '../../../shared/domain/people/region.ts';
import { useMay } from '../../components/actor-context.tsx';
import { choices } from '../../components/choices.ts';
import { FormFooter } from '../../components/form-footer.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PrivateInput } from '../../components/private-input.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { editEmployer, employerInput, removeEmployer } from '../../records/employers/employer-commands.ts';
import { openContactPhone } from '../../records/sealing/contact-phone.ts';

/** An early code may fail the inner check: that is pointed out, not refused. */
function codeHint(code: string): string {
  const reading = readCreditCode(code);
  if (!reading.ok) return reading.fault === 'checkDigit' ? '校验码不对' : '18 位，末位是校验码';
  return reading.organisationCodeValid
    ? '校验正确'
    : '校验码正确，但其中的组织机构代码校验不符，请再核对一遍';
}

/** What is known of one employer. */
export function EmployerForm({ employer, onDone }: { employer: Employer; onDone(): void }) {
  const { database, execute } = useRecords();
  const [contactPhone] = useState(() => openContactPhone(database.vault, employer));
  const form = useForm({
    initialValues: {
      name: employer.name,
      creditCode: employer.creditCode ?? '',
      regionCode: employer.regionCode as string | null,
      kind: employer.kind as string | null,
      ownership: employer.ownership as string | null,
      contact: employer.contact,
      contactPhone,
      creditCodeReason: employer.creditCodeReason,
    },
    // A field left empty states nothing.
    transformValues: (values) => ({ ...values, creditCode: values.creditCode.trim() || null }),
    validate: (values) =>
      schemaResolver(employerInput, { sync: true })({
        ...values,
        creditCode: values.creditCode.trim() || null,
      }),
  });
  const reading = readCreditCode(form.values.creditCode);
  const isDoubtful = !reading.ok && reading.fault === 'checkDigit';
  const mayOverride = useMay(acts.overrideCreditCode);
  const save = (values: ReturnType<typeof form.getTransformedValues>) =>
    attempt(async () => {
      const { name } = await execute(editEmployer, { ...employerInput.parse(values), id: employer.id });
      sayDone(`${name} 已保存`);
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <TextInput label="单位名称" required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label="统一社会信用代码"
          description={codeHint(form.values.creditCode)}
          {...form.getInputProps('creditCode')}
        />
        {isDoubtful && mayOverride && (
          <TextInput
            label="校验不符也要保存的理由"
            description="早期的个别代码确实校验不符；理由会记入操作记录"
            {...form.getInputProps('creditCodeReason')}
          />
        )}
        <SimpleGrid cols={3} spacing="sm">
          <Select label="单位性质" clearable data={choices(employerKinds)} {...form.getInputProps('kind')} />
          <Select label="所有制" clearable data={choices(ownerships)} {...form.getInputProps('ownership')} />
          <Select label="盟市" clearable data={choices(regions)} {...form.getInputProps('regionCode')} />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="联系人" {...form.getInputProps('contact')} />
          <PrivateInput
            label="联系电话"
            {...form.getInputProps('contactPhone')}
            value={form.values.contactPhone}
          />
        </SimpleGrid>
        <FormFooter
          submit="保存"
          removal={{
            title: `删除 ${employer.name}？`,
            consequence: '还有学员的单位不能删除。',
            perform: async () => {
              await execute(removeEmployer, { id: employer.id });
              onDone();
            },
          }}
        />
      </Stack>
    </form>
  );
}
