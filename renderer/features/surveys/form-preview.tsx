import { Drawer, Stack, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { AskedForm, SurveyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import type { SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';
import { useRecords } from '../../components/records-context.tsx';
import { SectionFields } from '../../components/survey-form/section-fields.tsx';
import { boxFormOf } from '../../records/surveys/ballot-box.ts';

/** All of a form as whoever answers sees it, to try out; nothing of it is kept. */
export function FormTrial({ form }: { form: AskedForm }) {
  const [answer, setAnswer] = useState<SurveyAnswer>({});
  return (
    <Stack gap="xl">
      <Text style={{ whiteSpace: 'pre-wrap' }}>{form.content.intro}</Text>
      {form.content.sections.map((section) => (
        <SectionFields key={section.id} {...{ form, section, answer, onChange: setAnswer }} />
      ))}
    </Stack>
  );
}

export function FormPreview({ run, opened, onClose }: { run: SurveyRun; opened: boolean; onClose(): void }) {
  const { database } = useRecords();
  const form = useLiveQuery(() => boxFormOf(database, run), [database, run.versionId]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={720}
      title={<Text fw={600}>{run.title}（试填，不计入）</Text>}
    >
      {form && <FormTrial form={form} />}
    </Drawer>
  );
}
