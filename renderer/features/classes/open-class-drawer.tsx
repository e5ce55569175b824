import { Button, Checkbox, Drawer, Fieldset, Group, Select, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Base } from '../../../shared/domain/base/base.ts';
import { type ClassDetails, classDetails } from '../../../shared/domain/teaching/class.ts';
import type { Course } from '../../../shared/domain/teaching/course.ts';
import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { type SessionDetails, sessionDetails } from '../../../shared/domain/teaching/session.ts';
import { creditHoursPerHalfDay, minutesPerCreditHour } from '../../../shared/regulation/credit-hours.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { ConflictNotice } from '../../components/planning/conflict-notice.tsx';
import { RepeatFields } from '../../components/planning/repeat-fields.tsx';
import { SessionFields } from '../../components/planning/session-fields.tsx';
import { useSeries } from '../../components/planning/use-series.ts';
import { useRecords } from '../../components/records-context.tsx';
import { openClass } from '../../records/classes/class-commands.ts';
import { firstSession, sessionsOn } from '../../records/classes/session-plan.ts';
import { ClassFields } from './class-fields.tsx';

interface OpenClassFormProps {
  base: Base;
  courses: readonly Course[];
  /** Class numbers in use. */
  taken: readonly string[];
  /** The line of the plan the class is opened out of; null outside the plan. */
  planLine: PlanLine | null;
  onOpened(classId: string): void;
}

function nextNumber(year: string, taken: readonly string[]): string {
  for (let serial = 1; ; serial += 1) {
    const number = `${year}-${String(serial).padStart(2, '0')}`;
    if (!taken.includes(number)) return number;
  }
}

function OpenClassForm({ base, courses, taken, planLine, onOpened }: OpenClassFormProps) {
  const { execute } = useRecords();
  const today = useToday();
  const [scheduled, setScheduled] = useState(true);
  const form = useForm<ClassDetails>({
    initialValues: {
      number: nextNumber(today.slice(0, 4), taken),
      title: planLine?.title ?? '',
      courseId: '',
      content: '',
      organiser: base.profile.name,
      organiserKind: 'base',
      contractor: '',
      commissioner: '',
      isPublicBenefit: false,
      fundSource: planLine?.fundSource ?? 'learner',
      place: '',
      mode: 'inPerson',
      responsibleTeacher: '',
      capacity: null,
      attendanceThresholdPercent: base.settings.attendanceThresholdPercent,
      passMark: base.settings.passMark,
      planLineId: planLine?.id ?? null,
    },
    validate: schemaResolver(classDetails, { sync: true }),
  });
  const session = useForm<SessionDetails>({
    initialValues: firstSession(today, planLine ? { subjectKind: planLine.subjectKind } : {}),
    validate: schemaResolver(sessionDetails, { sync: true }),
  });
  const { repeat, setRepeat, series } = useSeries(session.values.date, 4);
  const choose = (courseId: string | null) => {
    const course = courses.find(({ id }) => id === courseId);
    if (!course) return;
    const title = planLine?.title ?? course.title;
    form.setValues({ courseId: course.id, title, content: course.content });
    session.setFieldValue('subjectKind', planLine?.subjectKind ?? course.subjectKind);
  };
  const plannedHours =
    session.values.counting === 'halfDay'
      ? repeat.count * creditHoursPerHalfDay
      : Math.floor((repeat.count * session.values.minutes) / minutesPerCreditHour);
  const save = (values: ClassDetails) =>
    attempt(async () => {
      if (scheduled && session.validate().hasErrors) return;
      const first = { ...session.values, place: session.values.place || values.place, mode: values.mode };
      const sessions = scheduled ? sessionsOn(series.dates, first) : [];
      const opened = await execute(openClass, { ...values, sessions });
      sayDone(`“${opened.title}”已开设`);
      onOpened(opened.id);
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        {planLine && (
          <Text size="sm">
            计划项目：<b>{planLine.title}</b>　{planLine.audience}　每期 {planLine.hours} 学时
          </Text>
        )}
        <Select
          label="课程"
          required
          searchable
          data-autofocus
          placeholder="从课程目录选择"
          data={courses.map(({ id, title }) => ({ value: id, label: title }))}
          value={form.values.courseId || null}
          error={form.errors.courseId && '请选择课程'}
          onChange={choose}
        />
        <ClassFields form={form} />
        <Checkbox
          label="现在排课"
          checked={scheduled}
          onChange={(event) => setScheduled(event.currentTarget.checked)}
        />
        {scheduled && (
          <Fieldset legend="课程表">
            <Stack gap="sm">
              <SessionFields
                form={session}
                earlier={[]}
                sessionId={null}
                about={`${form.values.title} ${form.values.content}`}
                learners={0}
              />
              <RepeatFields repeat={repeat} series={series} onChange={setRepeat}>
                <Text size="sm" c="dimmed" pb={8}>
                  全勤可得 {plannedHours} 学时
                </Text>
              </RepeatFields>
            </Stack>
          </Fieldset>
        )}
        {scheduled && (
          <ConflictNotice
            classId={null}
            own={[]}
            sessions={sessionsOn(series.dates, {
              ...session.values,
              place: session.values.place || form.values.place,
              mode: form.values.mode,
            })}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit">开设培训班</Button>
        </Group>
      </Stack>
    </form>
  );
}

export interface OpenClassDrawerProps extends OpenClassFormProps {
  opened: boolean;
  onClose(): void;
}

/** Opens a class from a course, with its timetable in the same step. */
export function OpenClassDrawer({ opened, onClose, ...rest }: OpenClassDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={680}
      title={<Text fw={600}>开设培训班</Text>}
    >
      {rest.courses.length === 0 ? (
        <Stack>
          <Text>培训班从课程开出，还没有课程。</Text>
          <Button component={Link} href="/courses">
            先添加课程
          </Button>
        </Stack>
      ) : (
        <OpenClassForm {...rest} />
      )}
    </Drawer>
  );
}
