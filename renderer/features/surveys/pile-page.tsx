import { Alert, Button, Group, Paper, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconChecklist } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { BoxForm, PaperPile } from '../../../shared/contract/surveys.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { boxFormOf } from '../../records/surveys/ballot-box.ts';
import { digitTotal } from './pile-cells.ts';
import { type PileEntry, usePileEntry } from './use-pile-entry.ts';

const phaseNames = { first: '第一遍', second: '第二遍核对', done: '录完了' } as const;

/** The one field of the whole page: whatever is typed goes to the cell at hand. */
function EntryField({ entry }: { entry: PileEntry }) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { cell, conflict, problem } = entry;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each cell begins with the focus
  useEffect(() => field.current?.focus(), [cell?.key]);
  if (!cell) return null;
  const enter = (typed: string) => {
    setText('');
    entry.enter(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      enter(text);
    }
    if (event.key === 'Backspace' && text === '') {
      event.preventDefault();
      entry.back();
    }
  };
  return (
    <TextInput
      ref={field}
      size="xl"
      label={cell.label}
      description={
        conflict
          ? `两遍不一样：第一遍 ${conflict.first || '空'}，第二遍 ${conflict.second || '空'}。请看纸质表再录一次。`
          : `${cell.hint}；退格回到上一格`
      }
      error={problem || conflict !== null}
      inputMode={cell.isText ? 'text' : 'numeric'}
      autoComplete="off"
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        const next = event.currentTarget.value;
        if (cell.length !== null && next.length >= cell.length) enter(next);
        else setText(next);
      }}
    />
  );
}

function Entry({ runId, form, stored }: { runId: string; form: BoxForm; stored: PaperPile }) {
  const { host } = useHost();
  const [, navigate] = useLocation();
  // One write after the other, each of the whole pile: one that failed is made good by the next.
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const save = (pile: PaperPile) => {
    saving.current = saving.current.then(() => attempt(() => host.surveys.savePile({ runId, pile })));
  };
  const entry = usePileEntry(form, stored, save);
  const { pile } = entry;
  const { phase, formNumber, cells, paper, cell } = entry;
  const done = pile.first.length + pile.second.length;
  const take = () =>
    attempt(async () => {
      await saving.current;
      await host.surveys.castPile({ runId, pileId: pile.id });
      sayDone(`已收入 ${pile.forms} 份`);
      navigate(`/survey-runs/${runId}`);
    });
  return (
    <Stack gap="md" flex={1} mih={0}>
      <Progress value={(done / (2 * pile.forms)) * 100} aria-label="录入进度" />
      {phase === 'done' ? (
        <Paper withBorder p="md" maw={560}>
          <Stack gap="sm">
            <Text fw={600}>两遍一致，可以收入</Text>
            <FactsTable
              facts={[
                ['份数', `${pile.forms}`],
                ['数字合计（第一遍）', `${digitTotal(form, pile.first)}`],
                ['数字合计（第二遍）', `${digitTotal(form, pile.second)}`],
              ]}
            />
            <Group justify="flex-end">
              <Button
                leftSection={<IconCheck size={16} aria-hidden />}
                onClick={take}
                data-autofocus
                autoFocus
              >
                收入 {pile.forms} 份
              </Button>
            </Group>
          </Stack>
        </Paper>
      ) : (
        <>
          <Text fw={600} role="status">
            {phaseNames[phase]}：第 {formNumber} 份，共 {pile.forms} 份
          </Text>
          <EntryField entry={entry} />
          <Group gap={6} style={{ overflow: 'auto' }}>
            {cells.map((one) => (
              <Paper
                key={one.key}
                withBorder
                px="xs"
                py={4}
                aria-current={one.key === cell?.key}
                bg={one.key === cell?.key ? 'indigo.0' : 'white'}
              >
                <Text size="xs" truncate maw={180}>
                  {one.label}
                </Text>
                <Text fw={700}>{one.textOf(paper) || '—'}</Text>
              </Paper>
            ))}
          </Group>
        </>
      )}
    </Stack>
  );
}

/** Types a pile of paper forms by digits: twice, compared as it goes, then taken whole. */
export function PilePage({ runId, pileId }: { runId: string; pileId: string }) {
  const { database } = useRecords();
  const { host } = useHost();
  const [pile, setPile] = useState<PaperPile | null | undefined>(undefined);
  const run = useLiveQuery(() => database.rows.surveyRuns.get(runId), [database, runId]);
  const form = useLiveQuery(() => (run ? boxFormOf(database, run) : undefined), [database, run]);
  useEffect(() => {
    void attempt(async () => {
      const { state } = await host.surveys.state({ runId });
      setPile(state?.piles.find(({ id }) => id === pileId) ?? null);
    });
  }, [host, runId, pileId]);
  if (pile === null) {
    return (
      <EmptyState icon={IconChecklist} title="这一摞已经收入或删除" hint="请回到这次调查。">
        <Button component={Link} href={`/survey-runs/${runId}`} variant="default">
          回到调查
        </Button>
      </EmptyState>
    );
  }
  if (!run || !form || !pile) return null;
  return (
    <Page
      title="录入纸质表"
      subtitle={`${run.title}　表单号 ${run.formCode}`}
      action={
        <Button component={Link} href={`/survey-runs/${runId}`} variant="default">
          先停一下
        </Button>
      }
    >
      {run.closed ? (
        <Alert color="orange">这次调查已经结束收集，不能再录。</Alert>
      ) : (
        <Entry runId={runId} form={form} stored={pile} />
      )}
    </Page>
  );
}
