import { Stack, Title } from '@mantine/core';
import { questionsOf, type SurveySection } from '../../../shared/domain/surveys/survey.ts';
import {
  type AskedForm,
  isAsked,
  type SurveyAnswer,
  tidyAnswer,
} from '../../../shared/domain/surveys/survey-answer.ts';
import { QuestionField } from './question-field.tsx';

export interface SectionFieldsProps {
  form: AskedForm;
  section: SurveySection;
  answer: SurveyAnswer;
  onChange(answer: SurveyAnswer): void;
}

/** The questions of one section that are asked, as the answers stand. */
export function SectionFields({ form, section, answer, onChange }: SectionFieldsProps) {
  const numbers = new Map(questionsOf(form.content).map(({ id }, at) => [id, at + 1]));
  const given = tidyAnswer(form, answer);
  return (
    <Stack gap="lg">
      {section.title !== '' && (
        <Title order={2} size="h4">
          {section.title}
        </Title>
      )}
      {section.questions
        .filter((question) => isAsked(question, given))
        .filter(({ kind }) => kind !== 'matrix' || form.trainers.length > 0)
        .map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            label={`${numbers.get(question.id)}. ${question.title}`}
            trainers={form.trainers}
            value={answer[question.id]}
            onChange={(value) => {
              const { [question.id]: _, ...others } = answer;
              onChange(value === undefined ? others : { ...others, [question.id]: value });
            }}
          />
        ))}
    </Stack>
  );
}
