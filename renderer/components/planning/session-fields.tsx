import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { teachingModes } from '../../../shared/domain/teaching/class.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import {
  countingModes,
  describeSession,
  type Session,
  type SessionDetails,
} from '../../../shared/domain/teaching/session.ts';
import { spanMinutes } from '../../records/classes/session-plan.ts';
import { choices } from '../choices.ts';
import { RoomField } from './room-field.tsx';
import { TrainerField } from './trainer-field.tsx';

export interface SessionFieldsProps {
  form: UseFormReturnType<SessionDetails>;
  /** Sessions a make-up can stand for. */
  earlier: readonly Session[];
  /** The session that is edited; null for a new one. */
  sessionId: string | null;
  /** What the class is about, to find trainers by. */
  about: string;
  /** How many are in the class. */
  learners: number;
}

/** When, how counted, what and by whom; the taught minutes follow the times until they are set apart. */
export function SessionFields({ form, earlier, sessionId, about, learners }: SessionFieldsProps) {
  const { values } = form;
  const setTime = (which: 'startTime' | 'endTime', time: string) => {
    const followed = values.minutes === spanMinutes(values.startTime, values.endTime);
    form.setFieldValue(which, time);
    if (followed) {
      const next = { startTime: values.startTime, endTime: values.endTime, [which]: time };
      form.setFieldValue('minutes', spanMinutes(next.startTime, next.endTime));
    }
  };
  return (
    <>
      <SimpleGrid cols={3} spacing="sm">
        <DateInput label="日期" required valueFormat="YYYY-MM-DD" {...form.getInputProps('date')} />
        {(['startTime', 'endTime'] as const).map((which) => (
          <TimePicker
            key={which}
            label={which === 'startTime' ? '开始' : '结束'}
            required
            format="24h"
            hoursInputLabel={which === 'startTime' ? '开始的时' : '结束的时'}
            minutesInputLabel={which === 'startTime' ? '开始的分' : '结束的分'}
            value={values[which]}
            error={form.errors[which]}
            onChange={(time) => setTime(which, time)}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="sm">
        <Select
          label="科目"
          allowDeselect={false}
          data={choices(subjectKinds)}
          {...form.getInputProps('subjectKind')}
        />
        <Select
          label="计学时方式"
          allowDeselect={false}
          data={choices(countingModes)}
          {...form.getInputProps('counting')}
        />
        <NumberInput
          label="授课分钟数"
          description={values.counting === 'halfDay' ? '按半天计，不看分钟' : '不含休息'}
          disabled={values.counting === 'halfDay'}
          min={1}
          max={720}
          allowDecimal={false}
          {...form.getInputProps('minutes')}
        />
      </SimpleGrid>
      <TextInput label="授课内容" {...form.getInputProps('topic')} />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label="方式"
          allowDeselect={false}
          data={choices(teachingModes)}
          {...form.getInputProps('mode')}
        />
        <RoomField
          place={values.place}
          learners={learners}
          error={form.errors.place}
          onChange={(place) => form.setFieldValue('place', place)}
        />
      </SimpleGrid>
      <TrainerField
        session={values}
        sessionId={sessionId}
        about={about}
        error={form.errors.trainerName}
        onChange={(trainerName, trainerIds) => form.setValues({ trainerName, trainerIds })}
      />
      <TextInput
        label="合班或共用说明"
        description="与别的班同一时间用同一位教师或同一间教室时填写，例如“与 2026-02 班合班”"
        {...form.getInputProps('sharedReason')}
      />
      {earlier.length > 0 && (
        <Select
          label="这是补课，补的是"
          placeholder="不是补课"
          clearable
          clearButtonProps={{ 'aria-label': '不是补课' }}
          data={earlier.map((session) => ({ value: session.id, label: describeSession(session) }))}
          {...form.getInputProps('makesUpFor')}
        />
      )}
    </>
  );
}
