import { Alert, Button, Drawer, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  type Audience,
  audiences,
  questionsOf,
  type SurveyContent,
} from '../../../shared/domain/surveys/survey.ts';
import { surveyTemplates } from '../../../shared/domain/surveys/survey-templates.ts';
import { type ImportedSurvey, importSurveyJs } from '../../../shared/exchange/surveys/surveyjs.ts';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { addSurvey } from '../../records/surveys/survey-commands.ts';

const blank: SurveyContent = {
  title: '新问卷',
  intro: '本问卷不记名，只看汇总结果。请不要写姓名。',
  sections: [
    {
      id: 's1',
      title: '',
      questions: [
        {
          kind: 'scale',
          id: 'q1',
          title: '总体满意度',
          labels: ['很不满意', '不满意', '一般', '满意', '非常满意'],
          required: true,
          showIf: null,
        },
      ],
    },
  ],
};

/** Begins a survey: from a template, from a file of SurveyJS, or with one question. */
export function NewSurveyDrawer({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { execute } = useRecords();
  const [, navigate] = useLocation();
  const [imported, setImported] = useState<ImportedSurvey | null>(null);
  const add = (audience: Audience, content: SurveyContent) =>
    attempt(async () => {
      const { id } = await execute(addSurvey, { audience, content });
      onClose();
      setImported(null);
      navigate(`/surveys/forms/${id}`);
    });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={520}
      title={<Text fw={600}>新建问卷</Text>}
    >
      <Stack gap="sm">
        {surveyTemplates.map(({ audience, purpose, content }) => (
          <Paper key={content.title} withBorder p="sm">
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{content.title}</Text>
                <Text size="sm" c="dimmed">
                  {audiences[audience]}，{questionsOf(content).length} 题。{purpose}
                </Text>
              </div>
              <Button
                variant="light"
                aria-label={`使用 ${content.title}`}
                onClick={() => add(audience, content)}
              >
                使用
              </Button>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button variant="default" onClick={() => add('learners', blank)}>
            空白问卷
          </Button>
          <FileButton
            accept=".json"
            onChange={(file) =>
              file && void attempt(async () => setImported(importSurveyJs(file.name, await file.text())))
            }
          >
            {(button) => (
              <Button {...button} variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
                导入 SurveyJS 文件
              </Button>
            )}
          </FileButton>
        </Group>
        {imported && (
          <Alert color={imported.skipped.length > 0 ? 'orange' : 'teal'} title={imported.content.title}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">能导入 {questionsOf(imported.content).length} 题。</Text>
              {imported.skipped.map((line) => (
                <Text key={line} size="sm">
                  {line}
                </Text>
              ))}
              <Button onClick={() => add('learners', imported.content)}>导入这份问卷</Button>
            </Stack>
          </Alert>
        )}
      </Stack>
    </Drawer>
  );
}
