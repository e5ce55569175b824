import { Box, Button, Drawer, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconEye, IconForms } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  questionsOf,
  type Survey,
  type SurveyContent,
  surveyContent,
} from '../../../shared/domain/surveys/survey.ts';
import { firstIssue } from '../../../shared/refusals/first-issue.ts';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { DraftButtons, DraftState, useDrafted } from '../../components/drafted.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useShortcut } from '../../components/use-shortcut.ts';
import { Warning } from '../../components/warning.tsx';
import { editSurvey, publishSurvey, removeSurvey } from '../../records/surveys/survey-commands.ts';
import { withoutQuestion, withQuestion } from './draft-edits.ts';
import { FormTrial } from './form-preview.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionList } from './question-list.tsx';

const sampleTrainers = [{ id: '00000000-0000-4000-8000-000000000000', name: '（授课教师）' }];

function Builder({ survey }: { survey: Survey }) {
  const { execute } = useRecords();
  const [, navigate] = useLocation();
  const [content, setContent] = useState<SurveyContent>(survey.draft);
  const [selected, setSelected] = useState<string | null>(questionsOf(survey.draft)[0]?.id ?? null);
  const [previewing, setPreviewing] = useState(false);
  const questions = questionsOf(content);
  const at = questions.findIndex(({ id }) => id === selected);
  const question = questions[at];
  const parsed = surveyContent.safeParse(content);
  const fault = parsed.success ? '' : firstIssue(parsed.error).why;
  const drafted = useDrafted(survey, content, {
    keep: () => execute(editSurvey, { id: survey.id, content }),
    kept: '问卷已保存',
    publish: () => execute(publishSurvey, { id: survey.id }),
    published: (version) => `第 ${version} 版已发布，可以发放了`,
  });
  useShortcut(editSurvey, () => void drafted.save());
  return (
    <Page
      title={content.title || '未命名问卷'}
      subtitle={
        <Group gap="xs">
          <DraftState drafted={drafted} />
          <span>{questions.length} 题。已发出去的问卷和答卷停在当时的版本，不受改动影响。</span>
        </Group>
      }
      action={
        <>
          {survey.version === 0 && (
            <ConfirmedButton
              look="page"
              title={`删除“${survey.draft.title}”？`}
              consequence="没有发放过的问卷可以删除，删除后不能恢复。"
              act="删除"
              perform={async () => {
                await execute(removeSurvey, { id: survey.id });
                navigate('/surveys?part=forms');
              }}
            />
          )}
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            disabled={fault !== ''}
            onClick={() => setPreviewing(true)}
          >
            试填
          </Button>
          <DraftButtons drafted={drafted} fault={fault} />
        </>
      }
    >
      {fault !== '' && <Warning>{fault}</Warning>}
      <Group align="stretch" wrap="nowrap" flex={1} mih={0} gap="md">
        <Box flex={1} miw={0} style={{ overflow: 'auto' }}>
          <Stack gap="sm" mb="sm">
            <TextInput
              label="问卷名称"
              required
              value={content.title}
              onChange={(event) => setContent({ ...content, title: event.currentTarget.value })}
            />
            <Textarea
              label="开头的话"
              autosize
              minRows={2}
              value={content.intro}
              onChange={(event) => setContent({ ...content, intro: event.currentTarget.value })}
            />
          </Stack>
          <QuestionList content={content} selected={selected} onSelect={setSelected} onChange={setContent} />
        </Box>
        <Paper
          withBorder
          p="md"
          w={440}
          style={{ overflow: 'auto' }}
          component="section"
          aria-label="题目设置"
        >
          {question ? (
            <QuestionEditor
              key={question.id}
              question={question}
              before={questions.slice(0, at)}
              onChange={(changed) => setContent(withQuestion(content, changed))}
              onRemove={() => {
                setContent(withoutQuestion(content, question.id));
                setSelected(questions[at + 1]?.id ?? questions[at - 1]?.id ?? null);
              }}
            />
          ) : (
            <Text size="sm" c="dimmed">
              从左边选一题来改，或添加题目。
            </Text>
          )}
        </Paper>
      </Group>
      <Drawer
        opened={previewing}
        onClose={() => setPreviewing(false)}
        position="right"
        size={720}
        title={<Text fw={600}>{content.title}（试填，不计入）</Text>}
      >
        <FormTrial form={{ content, trainers: sampleTrainers }} />
      </Drawer>
    </Page>
  );
}

/** Builds a survey: questions in sections, dragged into order; published, it becomes a version that stays. */
export function BuilderPage({ surveyId }: { surveyId: string }) {
  const { database } = useRecords();
  const survey = useLiveQuery(
    async () => (await database.rows.surveys.get(surveyId)) ?? null,
    [database, surveyId],
  );
  if (survey === undefined) return null;
  if (survey === null) {
    return (
      <EmptyState icon={IconForms} title="没有这份问卷" hint="它可能已被删除。">
        <Button component={Link} href="/surveys?part=forms" variant="default">
          回到问卷
        </Button>
      </EmptyState>
    );
  }
  return <Builder key={survey.id} survey={survey} />;
}
