import { Checkbox, Fieldset, NumberInput, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import {
  type Choice,
  type Question,
  type QuestionOf,
  scalePoints,
} from '../../../shared/domain/surveys/survey.ts';
import type { AnswerValue, RatedTrainer } from '../../../shared/domain/surveys/survey-answer.ts';
import classes from './answer-card.module.css';

/** Focuses the question behind this one, so that digits alone fill a form. */
function goOn(from: HTMLElement): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-question]')];
  const own = from.closest<HTMLElement>('[data-question]');
  const next = own && all[all.indexOf(own) + 1];
  const field = next?.querySelector<HTMLElement>('[role=radio], [role=checkbox], button, input, textarea');
  field?.focus();
}

function digitOf(event: KeyboardEvent): number | null {
  return /^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
    ? Number(event.key)
    : null;
}

interface CardsProps {
  label: ReactNode;
  required: boolean;
  choices: readonly Choice[];
  value: string | null;
  onChange(value: string): void;
  /** Numbers the cards show in front, typed to choose; choices count from 1. */
  firstNumber?: number;
}

/** One of several, as cards large enough for a finger; its number on the keyboard chooses and goes on. */
function ChoiceCards({ label, required, choices, value, onChange, firstNumber = 1 }: CardsProps) {
  return (
    <Radio.Group
      data-question
      label={label}
      withAsterisk={required}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        const digit = digitOf(event);
        const choice = digit === null ? undefined : choices[digit - firstNumber];
        if (!choice) return;
        event.preventDefault();
        onChange(choice.id);
        goOn(event.currentTarget);
      }}
    >
      <SimpleGrid cols={Math.min(choices.length, choices.length > 6 ? 11 : 5)} spacing={6} mt={6}>
        {choices.map(({ id, title }, at) => (
          <Radio.Card key={id} value={id} className={classes.card ?? ''}>
            <Text size="sm" fw={600} inherit>
              {at + firstNumber}
            </Text>
            {title !== '' && (
              <Text size="sm" inherit>
                {title}
              </Text>
            )}
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

interface FieldProps<Asked extends Question> {
  question: Asked;
  label: string;
  value: AnswerValue | undefined;
  onChange(value: AnswerValue | undefined): void;
}

function pointChoices(labels: readonly string[]): Choice[] {
  return scalePoints.map((point) => ({ id: String(point), title: labels[point - 1] ?? '' }));
}

function MatrixField({
  question,
  label,
  value,
  onChange,
  trainers,
}: FieldProps<QuestionOf<'matrix'>> & { trainers: readonly RatedTrainer[] }) {
  const points = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as Record<
    string,
    Record<string, number>
  >;
  return (
    <Stack gap="sm">
      <Text fw={500}>{label}</Text>
      {trainers.map((trainer) => (
        <Fieldset key={trainer.id} legend={trainer.name} p="sm">
          <Stack gap="sm">
            {question.items.map((item) => (
              <ChoiceCards
                key={item.id}
                label={item.title}
                required={question.required}
                choices={pointChoices(question.labels)}
                value={String(points[trainer.id]?.[item.id] ?? '') || null}
                onChange={(point) =>
                  onChange({ ...points, [trainer.id]: { ...points[trainer.id], [item.id]: Number(point) } })
                }
              />
            ))}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}

function MultipleField({ question, label, value, onChange }: FieldProps<QuestionOf<'multiple'>>) {
  const chosen = Array.isArray(value) ? value : [];
  return (
    <Checkbox.Group
      data-question
      label={`${label}（可多选）`}
      withAsterisk={question.required}
      value={chosen}
      onChange={onChange}
      onKeyDown={(event) => {
        const digit = digitOf(event);
        const choice = digit === null ? undefined : question.choices[digit - 1];
        if (!choice) return;
        event.preventDefault();
        onChange(
          chosen.includes(choice.id) ? chosen.filter((id) => id !== choice.id) : [...chosen, choice.id],
        );
      }}
    >
      <SimpleGrid cols={3} spacing={6} mt={6}>
        {question.choices.map(({ id, title }, at) => (
          <Checkbox.Card key={id} value={id} className={classes.card ?? ''}>
            <Text size="sm" inherit>
              {at + 1}　{title}
            </Text>
          </Checkbox.Card>
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function NumberField({ question, label, value, onChange }: FieldProps<QuestionOf<'number'>>) {
  const { least, most, required } = question;
  if (least === 0 && most === 10) {
    const choices = Array.from({ length: 11 }, (_, point) => ({ id: String(point), title: '' }));
    return (
      <ChoiceCards
        label={label}
        required={required}
        choices={choices}
        firstNumber={0}
        value={value === undefined ? null : String(value)}
        onChange={(point) => onChange(Number(point))}
      />
    );
  }
  return (
    <NumberInput
      data-question
      label={label}
      description={`${least}–${most}`}
      withAsterisk={required}
      allowDecimal={false}
      hideControls
      w={260}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(next === '' ? undefined : Number(next))}
    />
  );
}

export interface QuestionFieldProps extends FieldProps<Question> {
  trainers: readonly RatedTrainer[];
}

/** One question as whoever answers sees it. */
export function QuestionField({ question, label, value, onChange, trainers }: QuestionFieldProps) {
  switch (question.kind) {
    case 'scale':
      return (
        <ChoiceCards
          label={label}
          required={question.required}
          choices={pointChoices(question.labels)}
          value={value === undefined ? null : String(value)}
          onChange={(point) => onChange(Number(point))}
        />
      );
    case 'single':
      return (
        <ChoiceCards
          label={label}
          required={question.required}
          choices={question.choices}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
        />
      );
    case 'matrix':
      return <MatrixField {...{ question, label, value, onChange, trainers }} />;
    case 'multiple':
      return <MultipleField {...{ question, label, value, onChange }} />;
    case 'number':
      return <NumberField {...{ question, label, value, onChange }} />;
    case 'text':
      return (
        <Textarea
          data-question
          label={label}
          withAsterisk={question.required}
          autosize
          minRows={2}
          maxLength={500}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
