import { Drawer, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useLocation } from 'wouter';
import {
  type ClassDetails,
  classDetails,
  type TrainingClass,
} from '../../../shared/domain/teaching/class.ts';
import { FormFooter } from '../../components/form-footer.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { RecordHistory } from '../../components/record-history.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { editClass, removeClass } from '../../records/classes/class-commands.ts';
import { ClassFields } from './class-fields.tsx';

function EditClassForm({ of, onDone }: { of: TrainingClass; onDone(): void }) {
  const { execute } = useRecords();
  const [, navigate] = useLocation();
  const form = useForm<ClassDetails>({
    initialValues: classDetails.parse(of),
    validate: schemaResolver(classDetails, { sync: true }),
  });
  const save = (values: ClassDetails) =>
    attempt(async () => {
      await execute(editClass, { ...values, id: of.id });
      sayDone('培训班已修改，已发的证书不受影响');
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <ClassFields form={form} />
        <FormFooter
          submit="保存"
          removal={{
            title: `删除“${of.title}”？`,
            consequence: '培训班和它的课次将被删除。已有学员或点名的培训班不能删除。',
            perform: async () => {
              await execute(removeClass, { id: of.id });
              navigate('/classes');
            },
          }}
        />
      </Stack>
    </form>
  );
}

export function EditClassDrawer({
  of,
  opened,
  onClose,
}: {
  of: TrainingClass;
  opened: boolean;
  onClose(): void;
}) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={640}
      title={<Text fw={600}>修改培训班</Text>}
    >
      <Stack>
        <EditClassForm of={of} onDone={onClose} />
        <RecordHistory table="classes" recordKey={of.id} />
      </Stack>
    </Drawer>
  );
}
