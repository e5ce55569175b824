import { Button, Drawer, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { TrainingClass } from '../../../shared/domain/class.ts';
import {
  describeSession,
  type Session,
  type SessionDetails,
  sessionDetails,
} from '../../../shared/domain/session.ts';
import { useToday } from '../../components/clock.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { attempt } from '../../components/notify.ts';
import { useDatabase } from '../../database/context.tsx';
import { firstSession } from './open-class-drawer.tsx';
import { addSessions, editSession, removeSession } from './session-commands.ts';
import { SessionFields } from './session-fields.tsx';
import { type Rhythm, repeatSession, rhythms } from './session-plan.ts';

interface SessionFormProps {
  of: TrainingClass;
  /** Null to add. */
  session: Session | null;
  sessions: readonly Session[];
  onDone(): void;
}

function SessionForm({ of, session, sessions, onDone }: SessionFormProps) {
  const { execute } = useDatabase();
  const today = useToday();
  const [count, setCount] = useState(1);
  const [rhythm, setRhythm] = useState<Rhythm>('weekly');
  const last = sessions.at(-1);
  const form = useForm<SessionDetails>({
    initialValues:
      session ??
      firstSession(today, last ? { ...last, makesUpFor: null } : { place: of.place, mode: of.mode }),
    validate: schemaResolver(sessionDetails, { sync: true }),
  });
  const save = (values: SessionDetails) =>
    attempt(async () => {
      if (session) await execute(editSession, { id: session.id, session: values });
      else await execute(addSessions, { classId: of.id, sessions: repeatSession(values, count, rhythm) });
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <SessionFields
          form={form}
          earlier={sessions.filter(({ id, makesUpFor }) => id !== session?.id && !makesUpFor)}
        />
        {!session && (
          <Group align="flex-end">
            <NumberInput
              label="一共几次"
              w={110}
              min={1}
              max={60}
              allowDecimal={false}
              value={count}
              onChange={(value) => setCount(typeof value === 'number' ? value : 1)}
            />
            <Select
              label="间隔"
              w={150}
              allowDeselect={false}
              disabled={count === 1}
              data={Object.entries(rhythms).map(([value, label]) => ({ value, label }))}
              value={rhythm}
              onChange={(value) => setRhythm((value ?? 'weekly') as Rhythm)}
            />
          </Group>
        )}
        <Group justify="space-between" mt="xs">
          {session ? (
            <Button
              variant="subtle"
              color="red.9"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() =>
                confirmAct({
                  title: '删除这次课？',
                  consequence: `${describeSession(session)} 将从课程表删除。已点名的课次不能删除。`,
                  act: '删除',
                  dangerous: true,
                  perform: async () => {
                    await execute(removeSession, { id: session.id });
                    onDone();
                  },
                })
              }
            >
              删除
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit">{session ? '保存' : '添加'}</Button>
        </Group>
      </Stack>
    </form>
  );
}

export interface SessionDrawerProps {
  of: TrainingClass;
  open: Session | 'new' | null;
  sessions: readonly Session[];
  onClose(): void;
}

export function SessionDrawer({ of, open, sessions, onClose }: SessionDrawerProps) {
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={<Text fw={600}>{open === 'new' ? '添加课次' : '修改课次'}</Text>}
    >
      {open !== null && (
        <SessionForm of={of} session={open === 'new' ? null : open} sessions={sessions} onDone={onClose} />
      )}
    </Drawer>
  );
}
