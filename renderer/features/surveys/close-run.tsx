import { Button, NumberInput, Popover, Stack, Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { useMay } from '../../components/actor-context.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { givenOf } from '../../records/surveys/ballot-box.ts';
import { closeSurveyRun, removeSurveyRun, reopenSurveyRun } from '../../records/surveys/run-commands.ts';
import type { BallotBox } from './use-ballot-box.ts';

/** Ends the collecting: how many were given out, and what follows from it. */
export function CloseRun({ run, box }: { run: ListedRun; box: BallotBox }) {
  const mayClose = useMay(closeSurveyRun);
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const answers = (box.state?.answers ?? 0) + (run.tally?.answers ?? 0);
  const known = Math.max(givenOf(run, box.state ?? null), answers);
  const [given, setGiven] = useState<number | string | null>(null);
  const count = Number(given ?? known);
  const piles = box.state?.piles.length ?? 0;
  if (!mayClose) return null;
  const close = async () => {
    setBusy(true);
    await attempt(async () => {
      await box.close(count);
      sayDone(`“${run.title}”已结束收集，计入 ${box.state?.answers ?? 0} 份`);
    });
    setBusy(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} withArrow trapFocus width={340} position="bottom-end">
      <Popover.Target>
        <Button leftSection={<IconLock size={16} aria-hidden />} onClick={() => setOpened(!opened)}>
          结束收集
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void close();
          }}
        >
          <Stack gap="sm">
            <NumberInput
              label="发出份数"
              description={`收回 ${answers} 份，还有 ${Math.max(0, count - answers)} 份没有交`}
              min={answers}
              allowDecimal={false}
              value={given ?? known}
              onChange={setGiven}
            />
            {piles > 0 && (
              <Text size="sm" c="red.9">
                还有 {piles} 摞纸质表没有录完，现在结束就不计入。
              </Text>
            )}
            <Text size="sm">
              结束以后，所有答卷一次计入、打乱先后，才能看结果。
              {answers < 5 && '现在不足 5 份，结果只显示份数。'}
            </Text>
            <Button type="submit" loading={busy}>
              结束并计入 {answers} 份
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

export function ReopenRun({ run }: { run: ListedRun }) {
  const { execute } = useRecords();
  return (
    <Button
      variant="subtle"
      leftSection={<IconLockOpen size={16} aria-hidden />}
      onClick={() =>
        confirmAct({
          title: `继续收集“${run.title}”？`,
          consequence: '已计入的答卷不变。补收的至少要 5 份才能计入，否则看得出是谁补交的。',
          act: '继续收集',
          perform: async () => {
            await execute(reopenSurveyRun, { runId: run.id });
            sayDone('可以继续收集');
          },
        })
      }
    >
      继续收集
    </Button>
  );
}

/** Takes back a run that nobody has answered. */
export function RemoveRun({ run }: { run: ListedRun }) {
  const { execute } = useRecords();
  const [, navigate] = useLocation();
  return (
    <ConfirmedButton
      look="page"
      title={`删除“${run.title}”的这次发放？`}
      consequence="还没有人答。已经印出的码和表单从此不能再用。"
      act="删除"
      perform={async () => {
        await execute(removeSurveyRun, { runId: run.id });
        navigate('/surveys');
      }}
    />
  );
}
