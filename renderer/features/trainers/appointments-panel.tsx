import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { IconCertificate2, IconFileTypePdf } from '@tabler/icons-react';
import { chinesePeriod, civilYear } from '../../../shared/domain/base/civil-date.ts';
import {
  type Appointment,
  type AppointmentDetails,
  appointmentDetails,
  isAppointedOn,
} from '../../../shared/domain/people/appointment.ts';
import { letterOfAppointment } from '../../../shared/papers/people/letter-of-appointment.ts';
import { AskReason } from '../../components/ask-reason.tsx';
import { useToday } from '../../components/clock.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PdfPreview } from '../../components/pdf-preview.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { usePrintedDocument } from '../../components/use-printed-document.ts';
import { useQuery } from '../../components/use-query.ts';
import { readBase } from '../../records/base/queries.ts';
import { appointTrainer, endAppointment } from '../../records/trainers/appointment-commands.ts';
import type { RosterLine } from '../../records/trainers/queries.ts';

function stateOf(appointment: Appointment, today: string) {
  if (appointment.ended) return <StateBadge tone="neutral">{`${appointment.ended.on} 解聘`}</StateBadge>;
  if (isAppointedOn(appointment, today)) return <StateBadge tone="good">在期</StateBadge>;
  return <StateBadge tone="neutral">{appointment.from > today ? '未开始' : '已期满'}</StateBadge>;
}

/** A trainer's appointments, each with its letter (聘书), and the next one. */
export function AppointmentsPanel({ line: { trainer, appointments } }: { line: RosterLine }) {
  const { execute } = useRecords();
  const base = useQuery(readBase);
  const today = useToday();
  const printed = usePrintedDocument();
  const year = civilYear(today);
  const form = useForm<AppointmentDetails>({
    initialValues: {
      trainerId: trainer.id,
      position: trainer.employment === 'fullTime' ? '专职教师' : '兼职教师',
      subjects: trainer.fields.join('、'),
      from: today,
      until: `${year + 2}-12-31`,
    },
    validate: schemaResolver(appointmentDetails, { sync: true }),
  });
  if (!base) return null;
  const print = (appointment: Appointment) =>
    printed.show([letterOfAppointment(base.profile.name, appointment)]);
  return (
    <Stack gap="md">
      {appointments.length === 0 && (
        <Text size="sm" c="dimmed">
          还没有聘书。在下面填好聘期，按“聘任并打印聘书”。
        </Text>
      )}
      {appointments.map((appointment) => (
        <Group key={appointment.id} justify="space-between" align="flex-start" wrap="nowrap">
          <Stack gap={2}>
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {appointment.number}
              </Text>
              {stateOf(appointment, today)}
            </Group>
            <Text size="sm">
              {appointment.position}　{chinesePeriod(appointment.from, appointment.until)}
            </Text>
            {appointment.ended && (
              <Text size="sm" c="dimmed">
                解聘原因：{appointment.ended.reason}
              </Text>
            )}
            {!appointment.ended && isAppointedOn(appointment, today) && (
              <AskReason
                act="解聘"
                label="解聘原因"
                description={`从 ${today} 起不再聘任`}
                submit="解聘"
                dangerous
                onReason={(reason) => execute(endAppointment, { id: appointment.id, on: today, reason })}
              />
            )}
          </Stack>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconFileTypePdf size={16} aria-hidden />}
            onClick={() => attempt(() => print(appointment))}
          >
            打印聘书
          </Button>
        </Group>
      ))}
      <form
        onSubmit={form.onSubmit((details) =>
          attempt(async () => {
            const appointment = await execute(appointTrainer, details);
            sayDone(`已聘任，聘书编号 ${appointment.number}`);
            await print(appointment);
          }),
        )}
      >
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <TextInput label="聘任岗位" required {...form.getInputProps('position')} />
            <TextInput label="承担的教学" {...form.getInputProps('subjects')} />
            <DateInput label="聘期自" required valueFormat="YYYY-MM-DD" {...form.getInputProps('from')} />
            <DateInput label="聘期至" required valueFormat="YYYY-MM-DD" {...form.getInputProps('until')} />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button type="submit" leftSection={<IconCertificate2 size={16} aria-hidden />}>
              聘任并打印聘书
            </Button>
          </Group>
        </Stack>
      </form>
      <JobProgress label="正在制作聘书" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </Stack>
  );
}
