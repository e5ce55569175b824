import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FundSource } from '../../../shared/domain/money/fund-source.ts';
import type { NamedTrainer } from '../../../shared/domain/people/trainer.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { useToday } from '../../components/clock.tsx';
import { FenInput, fenFormat } from '../../components/fen-input.tsx';
import { FundSourceSelect } from '../../components/fund-source-select.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PastDateInput } from '../../components/past-date-input.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { addFundEntry } from '../../records/fees/fund-commands.ts';
import type { TaughtClass } from '../../records/trainers/queries.ts';

/** Pays a trainer for a class: an expense of that class, kept with the trainer. */
export function FeeForm({ trainer, classes }: { trainer: NamedTrainer; classes: readonly TaughtClass[] }) {
  const { execute } = useRecords();
  const today = useToday();
  const [classId, setClassId] = useState(classes[0]?.classId ?? '');
  const [source, setSource] = useState<FundSource>('government');
  const [date, setDate] = useState(today);
  const [amountFen, setAmountFen] = useState<number | null>(0);
  const [note, setNote] = useState('');
  const [entered, setEntered] = useState(0);
  const save = () =>
    attempt(async () => {
      if (amountFen === null) throw refusal('badInput', { where: '课酬', why: fenFormat });
      await execute(addFundEntry, {
        classId,
        direction: 'spending',
        date,
        source,
        category: 'trainers',
        amountFen,
        party: trainer.name,
        note,
        trainerId: trainer.id,
      });
      sayDone('课酬已登记，同时记入班级支出');
      setAmountFen(0);
      setNote('');
      setEntered(entered + 1);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label="培训班"
            allowDeselect={false}
            data={classes.map(({ classId: value, title }) => ({ value, label: title }))}
            value={classId}
            onChange={(value) => setClassId(value ?? '')}
          />
          <FenInput key={entered} label="课酬（元）" initialFen={0} onChange={setAmountFen} />
          <PastDateInput label="发放日期" value={date} onChange={setDate} />
          <FundSourceSelect value={source} onChange={setSource} />
          <TextInput label="摘要" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button type="submit" variant="default">
            登记课酬
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
