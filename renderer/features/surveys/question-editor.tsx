import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import {
  answersOffered,
  type Choice,
  type Question,
  questionKinds,
} from '../../../shared/domain/surveys/survey.ts';

interface ChoicesFieldProps {
  label: string;
  word: string;
  choices: readonly Choice[];
  onChange(choices: Choice[]): void;
}

function freeChoiceId(choices: readonly Choice[]): string {
  for (let number = 1; ; number += 1) if (!choices.some(({ id }) => id === `c${number}`)) return `c${number}`;
}

/** Choices or items in their order; each keeps its id, whatever it is called later. */
function ChoicesField({ label, word, choices, onChange }: ChoicesFieldProps) {
  const move = (index: number, step: -1 | 1) => {
    const next = [...choices];
    const [one] = next.splice(index, 1);
    if (one) next.splice(index + step, 0, one);
    onChange(next);
  };
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {choices.map((choice, index) => (
        <Group key={choice.id} gap={4} wrap="nowrap">
          <TextInput
            aria-label={`${word} ${index + 1}`}
            flex={1}
            value={choice.title}
            onChange={(event) => {
              const title = event.currentTarget.value;
              onChange(choices.map((one) => (one.id === choice.id ? { ...one, title } : one)));
            }}
          />
          <ActionIcon
            variant="subtle"
            aria-label={`${word} ${index + 1} 上移`}
            disabled={index === 0}
            onClick={() => move(index, -1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`${word} ${index + 1} 下移`}
            disabled={index === choices.length - 1}
            onClick={() => move(index, 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red.9"
            aria-label={`删除${word} ${index + 1}`}
            onClick={() => onChange(choices.filter(({ id }) => id !== choice.id))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        color="indigo.9"
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...choices, { id: freeChoiceId(choices), title: '' }])}
      >
        添加{word}
      </Button>
    </Stack>
  );
}

function ShowIfField({
  question,
  before,
  onChange,
}: {
  question: Question;
  before: readonly Question[];
  onChange(showIf: Question['showIf']): void;
}) {
  const askable = before.filter((one) => answersOffered(one) !== null);
  const { showIf } = question;
  const asked = askable.find(({ id }) => id === showIf?.questionId);
  if (askable.length === 0 && !showIf) return null;
  return (
    <>
      <Select
        label="显示条件"
        placeholder="总是显示"
        clearable
        data={askable.map(({ id, title }) => ({ value: id, label: `“${title}”答了…` }))}
        value={showIf?.questionId ?? null}
        onChange={(questionId) => {
          const first = askable.find(({ id }) => id === questionId);
          const [answer] = first ? (answersOffered(first) ?? []) : [];
          onChange(questionId && answer ? { questionId, anyOf: [answer.id] } : null);
        }}
      />
      {asked && showIf && (
        <MultiSelect
          label="其中任何一个"
          data={(answersOffered(asked) ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          value={showIf.anyOf}
          onChange={(anyOf) => anyOf.length > 0 && onChange({ ...showIf, anyOf })}
        />
      )}
    </>
  );
}

export interface QuestionEditorProps {
  question: Question;
  /** The questions in front of it: only their answers can decide whether it is shown. */
  before: readonly Question[];
  onChange(question: Question): void;
  onRemove(): void;
}

/** One question: its words, what can be answered, whether it must be, and when it is shown. */
export function QuestionEditor({ question, before, onChange, onRemove }: QuestionEditorProps) {
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {questionKinds[question.kind]}
      </Text>
      <TextInput
        label="题目"
        required
        value={question.title}
        onChange={(event) => onChange({ ...question, title: event.currentTarget.value })}
      />
      {'labels' in question && (
        <Group gap={6} wrap="nowrap" role="group" aria-label="每一分的名称">
          {question.labels.map((label, at) => (
            <TextInput
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
              key={at}
              label={`${at + 1} 分`}
              value={label}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onChange({
                  ...question,
                  labels: question.labels.map((one, index) => (index === at ? text : one)),
                });
              }}
            />
          ))}
        </Group>
      )}
      {question.kind === 'matrix' && (
        <>
          <ChoicesField
            label="评分项"
            word="评分项"
            choices={question.items}
            onChange={(items) => onChange({ ...question, items })}
          />
          <Text size="sm" c="dimmed">
            教师按培训班的课程表自动列出，每位教师都评这几项。
          </Text>
        </>
      )}
      {(question.kind === 'single' || question.kind === 'multiple') && (
        <ChoicesField
          label="选项"
          word="选项"
          choices={question.choices}
          onChange={(choices) => onChange({ ...question, choices })}
        />
      )}
      {question.kind === 'number' && (
        <Group>
          <NumberInput
            label="最小"
            allowDecimal={false}
            w={120}
            value={question.least}
            onChange={(least) => onChange({ ...question, least: Number(least) })}
          />
          <NumberInput
            label="最大"
            description="0–10 的算净推荐值"
            allowDecimal={false}
            w={160}
            value={question.most}
            onChange={(most) => onChange({ ...question, most: Number(most) })}
          />
        </Group>
      )}
      <Checkbox
        label="必答"
        checked={question.required}
        onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
      />
      <ShowIfField
        question={question}
        before={before}
        onChange={(showIf) => onChange({ ...question, showIf })}
      />
      <Button
        variant="subtle"
        color="red.9"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={onRemove}
      >
        删除这一题
      </Button>
    </Stack>
  );
}
