import { Button, Drawer, Group, NumberInput, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type Course,
  type CourseDetails,
  courseDetails,
  subjectKinds,
} from '../../../shared/domain/teaching/course.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormFooter } from '../../components/form-footer.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TextbookField } from '../../components/textbook-field.tsx';
import { useQuery } from '../../components/use-query.ts';
import { addCourse, editCourse, removeCourse } from '../../records/courses/course-commands.ts';
import { readCourses } from '../../records/courses/queries.ts';

const columns: RecordColumn<Course>[] = [
  { key: 'title', header: '课程名称', render: ({ title }) => title },
  {
    key: 'kind',
    header: '科目',
    width: 120,
    render: ({ subjectKind }) => (
      <StateBadge tone={subjectKind === 'general' ? 'waiting' : 'neutral'}>
        {subjectKinds[subjectKind]}
      </StateBadge>
    ),
  },
  { key: 'hours', header: '学时', width: 70, align: 'right', render: ({ creditHours }) => creditHours },
  { key: 'textbook', header: '教材', width: 300, render: ({ textbook }) => textbook },
];

const empty: CourseDetails = {
  title: '',
  subjectKind: 'professional',
  content: '',
  creditHours: 24,
  textbook: '',
};

function CourseForm({ course, onDone }: { course: Course | null; onDone(): void }) {
  const { execute } = useRecords();
  const form = useForm<CourseDetails>({
    initialValues: course ?? empty,
    validate: schemaResolver(courseDetails, { sync: true }),
  });
  const save = (values: CourseDetails) =>
    attempt(async () => {
      if (course) await execute(editCourse, { ...values, id: course.id });
      else await execute(addCourse, values);
      sayDone(`课程“${values.title}”已登记`);
      onDone();
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack gap="sm">
        <TextInput label="课程名称" required data-autofocus {...form.getInputProps('title')} />
        <Radio.Group label="科目（第9条）" {...form.getInputProps('subjectKind')}>
          <Group mt={6}>
            {Object.entries(subjectKinds).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Group>
        </Radio.Group>
        <NumberInput
          label="计划学时"
          min={1}
          max={500}
          allowDecimal={false}
          {...form.getInputProps('creditHours')}
        />
        <Textarea
          label="内容"
          description="第10条要求登记"
          required
          autosize
          minRows={4}
          {...form.getInputProps('content')}
        />
        <TextbookField
          value={form.values.textbook}
          error={form.errors.textbook}
          onChange={(value) => form.setFieldValue('textbook', value)}
        />
        <FormFooter
          submit="保存"
          {...(course && {
            removal: {
              title: `删除课程“${course.title}”？`,
              consequence: '课程目录里不再有它。已经开过培训班的课程不能删除。',
              perform: async () => {
                await execute(removeCourse, { id: course.id });
                onDone();
              },
            },
          })}
        />
      </Stack>
    </form>
  );
}

/** The course catalogue. */
export function CoursesPage() {
  const courses = useQuery(readCourses);
  const [open, setOpen] = useState<Course | 'new' | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      添加课程
    </Button>
  );
  return (
    <Page title="课程" subtitle="培训班从课程开出，科目和内容写一次即可" action={add}>
      {courses?.length === 0 ? (
        <EmptyState icon={IconBook2} title="还没有课程" hint="先添加一门课程，再从它开设培训班。">
          {add}
        </EmptyState>
      ) : (
        <RecordTable
          label="课程列表"
          rows={courses ?? []}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={(course) => setOpen(course)}
        />
      )}
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={520}
        title={<Text fw={600}>{open === 'new' ? '添加课程' : open?.title}</Text>}
      >
        {open !== null && <CourseForm course={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Drawer>
    </Page>
  );
}
