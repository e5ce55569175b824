import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import type { NamedTrainer } from '../../../shared/domain/people/trainer.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import type { TaughtClass } from '../../records/trainers/queries.ts';
import { recordTrainerScore } from '../../records/trainers/score-commands.ts';

/** How one class valued a trainer: score and how many answered, in one line. */
export function ScoreForm({ trainer, taught }: { trainer: NamedTrainer; taught: TaughtClass }) {
  const { execute } = useRecords();
  const today = useToday();
  const [score, setScore] = useState<number | string>(taught.score?.score ?? '');
  const [answers, setAnswers] = useState<number | string>(taught.score?.answers ?? '');
  if (taught.score?.runId) {
    return (
      <Group wrap="nowrap" justify="space-between">
        <Text size="sm" flex={1} truncate title={taught.title}>
          {taught.title}
        </Text>
        <Text size="sm">
          {taught.score.score.toFixed(1)} 分（评估 {taught.score.answers} 份）
        </Text>
      </Group>
    );
  }
  const save = () =>
    attempt(async () => {
      const { classId } = taught;
      await execute(recordTrainerScore, {
        trainerId: trainer.id,
        classId,
        score: Number(score),
        answers: Number(answers),
        date: today,
        note: '',
      });
      sayDone('评分已登记');
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Group wrap="nowrap" align="center">
        <Text size="sm" flex={1} truncate title={taught.title}>
          {taught.title}
        </Text>
        <NumberInput
          aria-label={`${taught.title} 的评分`}
          placeholder="评分"
          w={90}
          min={0}
          max={100}
          decimalScale={1}
          hideControls
          value={score}
          onChange={setScore}
        />
        <NumberInput
          aria-label={`${taught.title} 的评分人数`}
          placeholder="人数"
          w={80}
          min={1}
          allowDecimal={false}
          hideControls
          value={answers}
          onChange={setAnswers}
        />
        <Button type="submit" size="compact-md" variant="default" disabled={score === '' || answers === ''}>
          登记
        </Button>
      </Group>
    </form>
  );
}
