import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { addDays } from '../../../shared/domain/base/civil-date.ts';
import { type Filing, type LoanDetails, loanDetails } from '../../../shared/domain/teaching/filing.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readLoans } from '../../records/archives/queries.ts';
import { lendVolume, returnVolume } from '../../records/archives/shelf-commands.ts';

const usualDays = 14;

function LendForm({ filing }: { filing: Filing }) {
  const { execute } = useRecords();
  const today = useToday();
  const form = useForm<LoanDetails>({
    initialValues: {
      filingId: filing.id,
      borrower: '',
      unit: '',
      purpose: '',
      borrowedOn: today,
      dueOn: addDays(today, usualDays),
    },
    validate: schemaResolver(loanDetails, { sync: true }),
  });
  return (
    <form
      onSubmit={form.onSubmit((details) =>
        attempt(async () => {
          await execute(lendVolume, details);
          sayDone(`已借给 ${details.borrower}，${details.dueOn} 前归还`);
          form.reset();
        }),
      )}
    >
      <SimpleGrid cols={3} spacing="sm">
        <TextInput label="借阅人" required {...form.getInputProps('borrower')} />
        <TextInput label="部门或单位" {...form.getInputProps('unit')} />
        <TextInput label="事由" required {...form.getInputProps('purpose')} />
        <DateInput label="借出日期" valueFormat="YYYY-MM-DD" {...form.getInputProps('borrowedOn')} />
        <DateInput label="应还日期" valueFormat="YYYY-MM-DD" {...form.getInputProps('dueOn')} />
        <Button type="submit" variant="default" style={{ alignSelf: 'flex-end' }}>
          借出
        </Button>
      </SimpleGrid>
    </form>
  );
}

/** Who has a volume and who had it; lends it, and takes it back. */
export function LoansPanel({ filing }: { filing: Filing }) {
  const { execute } = useRecords();
  const today = useToday();
  const loans = useQuery(readLoans, filing.id);
  if (!loans) return null;
  const out = loans.find(({ returned }) => returned === null);
  return (
    <Stack gap="sm">
      {loans.map((loan) => (
        <Group key={loan.id} justify="space-between" wrap="nowrap">
          <Text size="sm">
            {loan.borrowedOn} {loan.borrower} {loan.unit}　{loan.purpose}
            {loan.returned ? `　${loan.returned.on} 归还` : `　应还 ${loan.dueOn}`}
          </Text>
          {loan.returned === null && (
            <Group gap="xs" wrap="nowrap">
              {loan.dueOn < today && <StateBadge tone="bad">逾期</StateBadge>}
              <Button
                size="compact-md"
                onClick={() =>
                  attempt(async () => {
                    await execute(returnVolume, { loanId: loan.id, on: today, note: '' });
                    sayDone('已归还');
                  })
                }
              >
                归还
              </Button>
            </Group>
          )}
        </Group>
      ))}
      {!out && <LendForm filing={filing} />}
    </Stack>
  );
}
