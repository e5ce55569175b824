import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { attempt, sayDone } from '../components/notify.ts';
import { useRecords } from '../components/records-context.tsx';
import type { AnyCommand, Question } from '../records/access.ts';

type Answers = Readonly<Record<string, string>>;

/** The input of a command as the answers say it; the command's own schema judges it. */
function inputOf(asks: Readonly<Record<string, Question>>, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(asks).map(([field, { kind }]) => {
      const text = answers[field] ?? '';
      return [field, kind === 'year' || kind === 'number' ? Number(text) : text];
    }),
  );
}

/** Asks what a command needs, and does it. */
export function AskCommand({ command, onClose }: { command: AnyCommand; onClose(): void }) {
  const { execute } = useRecords();
  const asks: Readonly<Record<string, Question>> = command.asks ?? {};
  const [answers, setAnswers] = useState<Answers>({});
  const [busy, setBusy] = useState(false);
  const answer = (field: string, text: string) => setAnswers((before) => ({ ...before, [field]: text }));
  const perform = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const done = await attempt(async () => {
      await execute(command, inputOf(asks, answers));
      sayDone(`${command.label}：已完成`);
    });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{command.label}</Text>}>
      <form onSubmit={(event) => void perform(event)}>
        <Stack gap="sm">
          {Object.entries(asks).map(([field, question], index) =>
            question.kind === 'choice' ? (
              <Select
                key={field}
                label={question.label}
                required
                allowDeselect={false}
                data-autofocus={index === 0 || undefined}
                data={Object.entries(question.choices).map(([value, label]) => ({ value, label }))}
                value={answers[field] ?? null}
                onChange={(value) => answer(field, value ?? '')}
              />
            ) : (
              <TextInput
                key={field}
                label={question.label}
                required={question.kind !== 'text'}
                inputMode={question.kind === 'text' ? 'text' : 'numeric'}
                data-autofocus={index === 0 || undefined}
                value={answers[field] ?? ''}
                onChange={(event) => answer(field, event.currentTarget.value)}
              />
            ),
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" loading={busy}>
              {command.label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
