import { Autocomplete, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form';
import {
  type Facility,
  type FacilityDetails,
  type FacilityKind,
  facilityDetails,
  facilityKinds,
  tenures,
} from '../../../shared/domain/base/facility.ts';
import { choices } from '../../components/choices.ts';
import { FormFooter } from '../../components/form-footer.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { ProofField } from '../../components/proof-field.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { addFacility, editFacility, removeFacility } from '../../records/facilities/facility-commands.ts';
import { facilitiesOfKind } from '../../records/facilities/queries.ts';

const common = { name: '', note: '', endedOn: null, proof: null };

const empty: { [Kind in FacilityKind]: FacilityDetails } = {
  organisation: { ...common, kind: 'organisation', documentNumber: '' },
  rule: { ...common, kind: 'rule', documentNumber: '' },
  staff: { ...common, kind: 'staff', position: '', phone: '' },
  premises: { ...common, kind: 'premises', address: '', squareMetres: null, tenure: 'owned' },
  room: { ...common, kind: 'room', premises: '', capacity: 40 },
  equipment: { ...common, kind: 'equipment', quantity: 1, location: '' },
  textbook: {
    ...common,
    kind: 'textbook',
    edition: '',
    author: '',
    publisher: '',
    isbn: '',
    recommendedBy: '',
  },
};

type FacilityFormApi = UseFormReturnType<FacilityDetails>;

function KindFields({ kind, form }: { kind: FacilityKind; form: FacilityFormApi }) {
  const premises = useQuery(facilitiesOfKind, 'premises') ?? [];
  const field = form.getInputProps;
  switch (kind) {
    case 'organisation':
    case 'rule':
      return <TextInput label="文号" {...field('documentNumber')} />;
    case 'staff':
      return (
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="岗位" required {...field('position')} />
          <TextInput label="办公电话" {...field('phone')} />
        </SimpleGrid>
      );
    case 'premises':
      return (
        <>
          <TextInput label="地址" {...field('address')} />
          <SimpleGrid cols={2} spacing="sm">
            <NumberInput
              label="面积（平方米）"
              min={0}
              {...field('squareMetres')}
              value={(form.getValues() as { squareMetres?: number | null }).squareMetres ?? ''}
              onChange={(value) => form.setFieldValue('squareMetres', value === '' ? null : Number(value))}
            />
            <Select label="权属" allowDeselect={false} data={choices(tenures)} {...field('tenure')} />
          </SimpleGrid>
        </>
      );
    case 'room':
      return (
        <SimpleGrid cols={2} spacing="sm">
          <Autocomplete
            label="所在场所"
            data={[...new Set(premises.map(({ name }) => name))]}
            {...field('premises')}
          />
          <NumberInput label="容纳人数" required min={1} allowDecimal={false} {...field('capacity')} />
        </SimpleGrid>
      );
    case 'equipment':
      return (
        <SimpleGrid cols={2} spacing="sm">
          <NumberInput label="数量" required min={1} allowDecimal={false} {...field('quantity')} />
          <TextInput label="存放地点" {...field('location')} />
        </SimpleGrid>
      );
    case 'textbook':
      return (
        <SimpleGrid cols={2} spacing="sm">
          <TextInput label="版次" placeholder="例如 2026年第2版" {...field('edition')} />
          <TextInput label="ISBN" {...field('isbn')} />
          <TextInput label="作者" {...field('author')} />
          <TextInput label="出版社" {...field('publisher')} />
          <TextInput label="推荐单位" description="第25条；不是推荐教材则空着" {...field('recommendedBy')} />
        </SimpleGrid>
      );
  }
}

export interface FacilityFormProps {
  kind: FacilityKind;
  /** Null to add. */
  facility: Facility | null;
  onDone(): void;
}

/** One of the base's facilities with its proof (第21条). */
export function FacilityForm({ kind, facility, onDone }: FacilityFormProps) {
  const { execute } = useRecords();
  const form = useForm<FacilityDetails>({
    initialValues: facility ?? empty[kind],
    validate: schemaResolver(facilityDetails, { sync: true }),
  });
  const save = (details: FacilityDetails) =>
    attempt(async () => {
      if (facility) await execute(editFacility, { id: facility.id, details });
      else await execute(addFacility, details);
      sayDone(`${facilityKinds[kind]}“${details.name}”已登记`);
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <TextInput
          label={kind === 'staff' ? '姓名' : '名称'}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <KindFields kind={kind} form={form} />
        <ProofField
          label="证明"
          description="扫描件，PDF、JPG 或 PNG"
          proof={form.values.proof}
          onChange={(proof) => form.setFieldValue('proof', proof)}
        />
        <DateInput
          label="停用日期"
          valueFormat="YYYY-MM-DD"
          placeholder="在用"
          clearable
          clearButtonProps={{ 'aria-label': '清除停用日期' }}
          {...form.getInputProps('endedOn')}
        />
        <Textarea label="备注" autosize {...form.getInputProps('note')} />
        <FormFooter
          submit="保存"
          {...(facility && {
            removal: {
              title: `删除“${facility.name}”？`,
              consequence: '不再在用的，填停用日期即可，历史还能查到；登记错了才删除。',
              perform: async () => {
                await execute(removeFacility, { id: facility.id });
                onDone();
              },
            },
          })}
        />
      </Stack>
    </form>
  );
}
