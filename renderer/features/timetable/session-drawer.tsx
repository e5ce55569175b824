import { Drawer, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useLiveQuery } from 'dexie-react-hooks';
import { addDays } from '../../../shared/domain/base/civil-date.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import {
  describeSession,
  type Session,
  type SessionDetails,
  sessionDetails,
} from '../../../shared/domain/teaching/session.ts';
import { useToday } from '../../components/clock.tsx';
import { FormFooter } from '../../components/form-footer.tsx';
import { attempt } from '../../components/notify.ts';
import { ConflictNotice } from '../../components/planning/conflict-notice.tsx';
import { RepeatFields } from '../../components/planning/repeat-fields.tsx';
import { SessionFields } from '../../components/planning/session-fields.tsx';
import { useSeries } from '../../components/planning/use-series.ts';
import { useRecords } from '../../components/records-context.tsx';
import { addSessions, editSession, removeSession } from '../../records/classes/session-commands.ts';
import { firstSession, sessionsOn } from '../../records/classes/session-plan.ts';

const daysInWeek = 7;

interface SessionFormProps {
  of: TrainingClass;
  /** Null to add. */
  session: Session | null;
  sessions: readonly Session[];
  onDone(): void;
}

function SessionForm({ of, session, sessions, onDone }: SessionFormProps) {
  const { database, execute } = useRecords();
  const today = useToday();
  const learners = useLiveQuery(
    () => database.rows.enrolments.where('classId').equals(of.id).count(),
    [database, of.id],
  );
  const last = sessions.at(-1);
  const form = useForm<SessionDetails>({
    initialValues:
      session ??
      firstSession(
        today,
        last
          ? { ...last, date: addDays(last.date, daysInWeek), makesUpFor: null, sharedReason: '' }
          : { place: of.place, mode: of.mode },
      ),
    validate: schemaResolver(sessionDetails, { sync: true }),
  });
  const { repeat, setRepeat, series } = useSeries(form.values.date, 1);
  const planned = session ? [form.values] : sessionsOn(series.dates, form.values);
  const save = (values: SessionDetails) =>
    attempt(async () => {
      if (session) await execute(editSession, { id: session.id, session: values });
      else await execute(addSessions, { classId: of.id, sessions: sessionsOn(series.dates, values) });
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <SessionFields
          form={form}
          sessionId={session?.id ?? null}
          about={`${of.title} ${of.content}`}
          learners={learners ?? 0}
          earlier={sessions.filter(({ id, makesUpFor }) => id !== session?.id && !makesUpFor)}
        />
        {!session && <RepeatFields repeat={repeat} series={series} onChange={setRepeat} />}
        <ConflictNotice
          classId={of.id}
          sessions={planned}
          own={sessions.filter(({ id }) => id !== session?.id)}
        />
        <FormFooter
          submit={session ? '保存' : '添加'}
          {...(session && {
            removal: {
              title: '删除这次课？',
              consequence: `${describeSession(session)} 将从课程表删除。已点名的课次不能删除。`,
              perform: async () => {
                await execute(removeSession, { id: session.id });
                onDone();
              },
            },
          })}
        />
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
