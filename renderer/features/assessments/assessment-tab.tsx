import { Button, Group, Text } from '@mantine/core';
import { IconChecks, IconUsersPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import {
  type AssessmentResult,
  countingResult,
  isPass,
  type LearnerAssessment,
  readResult,
} from '../../../shared/domain/teaching/assessment.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { type Refusal, refusal } from '../../../shared/refusals/index.ts';
import { useMay } from '../../components/actor-context.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import { recordResults } from '../../records/assessments/result-commands.ts';
import { classMembers } from '../../records/classes/queries.ts';
import { ResultCell } from './result-cell.tsx';

interface AssessedLearner {
  learnerId: string;
  name: string;
  lastFour: string;
  employerId: string | null;
  assessment: LearnerAssessment | undefined;
}

type Which = 'first' | 'makeUp';

function refusePaste(why: string): Refusal {
  return refusal('badInput', { where: '没有登记任何成绩', why });
}

function Standing({ assessment, passMark }: { assessment: LearnerAssessment | undefined; passMark: number }) {
  const result = countingResult(assessment);
  if (!result) return <StateBadge tone="neutral">未登记</StateBadge>;
  return isPass(result, passMark) ? (
    <StateBadge tone="good">合格</StateBadge>
  ) : (
    <StateBadge tone="bad">不合格</StateBadge>
  );
}

/** Results typed down the column or pasted from a spreadsheet; each is saved as it is entered. */
export function AssessmentTab({ of }: { of: TrainingClass }) {
  const { database, execute } = useRecords();
  const mayRecord = useMay(recordResults) && !of.closed;
  const employers = useEmployerNames();
  const table = useRef<HTMLDivElement>(null);
  const learners = useLiveQuery(async (): Promise<AssessedLearner[]> => {
    const members = await classMembers(database, of.id);
    const results = (await database.rows.assessments.get(of.id))?.results ?? {};
    return members.map(({ learner: { id, name, lastFour, employerId } }) => ({
      learnerId: id,
      name,
      lastFour,
      employerId,
      assessment: results[id],
    }));
  }, [database, of.id]);

  const record = (entries: { learnerId: string; which: Which; result: AssessmentResult | null }[]) =>
    attempt(() => execute(recordResults, { classId: of.id, results: entries }));
  const focusRow = (which: Which, index: number) => {
    const next = table.current?.querySelector<HTMLInputElement>(`input[data-cell="${which}-${index}"]`);
    next?.focus();
    next?.select();
  };
  const onKeyDown = (which: Which, index: number) => (event: KeyboardEvent) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focusRow(which, index + step);
  };
  /** A pasted column fills down from the cell it is pasted into, all or none. */
  const onPaste = (which: Which, index: number) => (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    void attempt(async () => {
      const entries = lines.flatMap((line, offset) => {
        const learner = learners?.[index + offset];
        const text = line.split('\t').at(-1)?.trim() ?? '';
        if (text === '') return [];
        if (!learner)
          throw refusePaste(
            `粘贴了 ${lines.length} 行，从这里起只有 ${(learners?.length ?? 0) - index} 位学员`,
          );
        const result = readResult(text);
        if (!result) throw refusePaste(`第 ${offset + 1} 行“${text}”（${learner.name}）不是成绩`);
        return [{ learnerId: learner.learnerId, which, result }];
      });
      if (await record(entries)) sayDone(`已登记 ${entries.length} 个成绩`);
    });
  };
  const unrecorded = learners?.filter(({ assessment }) => !assessment) ?? [];
  const passRest = () =>
    record(
      unrecorded.map(({ learnerId }) => ({
        learnerId,
        which: 'first',
        result: { kind: 'verdict', passed: true },
      })),
    );

  const cell = (which: Which, learner: AssessedLearner, index: number) => {
    const first = learner.assessment?.first.result;
    const open = which === 'first' || (first !== undefined && !isPass(first, of.passMark));
    if (!open) return null;
    return (
      <ResultCell
        label={`${learner.name} ${which === 'first' ? '成绩' : '补考成绩'}`}
        cell={`${which}-${index}`}
        result={learner.assessment?.[which]?.result}
        disabled={!mayRecord}
        onRecord={(result) => record([{ learnerId: learner.learnerId, which, result }])}
        onKeyDown={onKeyDown(which, index)}
        onPaste={onPaste(which, index)}
      />
    );
  };
  const columns: RecordColumn<AssessedLearner>[] = [
    { key: 'index', header: '序号', width: 60, align: 'right', render: (_, index) => index + 1 },
    { key: 'name', header: '姓名', width: 140, render: ({ name }) => name },
    { key: 'lastFour', header: '尾号', width: 70, render: ({ lastFour }) => lastFour },
    {
      key: 'employer',
      header: '工作单位',
      render: ({ employerId }) => employers.get(employerId ?? '') ?? '',
    },
    { key: 'first', header: '成绩', width: 130, render: (learner, index) => cell('first', learner, index) },
    { key: 'makeUp', header: '补考', width: 130, render: (learner, index) => cell('makeUp', learner, index) },
    {
      key: 'standing',
      header: '结果',
      width: 100,
      render: ({ assessment }) => <Standing assessment={assessment} passMark={of.passMark} />,
    },
    {
      key: 'by',
      header: '登记人',
      width: 110,
      render: ({ assessment }) => (assessment?.makeUp ?? assessment?.first)?.by ?? '',
    },
  ];
  if (learners?.length === 0) {
    return (
      <EmptyState icon={IconUsersPlus} title="班里还没有学员" hint="先到“学员”里加入学员，再来登记成绩。" />
    );
  }
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" c="dimmed">
          及格 {of.passMark} 分。输入分数或“合格”“不合格”，回车到下一位；可从表格里整列粘贴。
        </Text>
        <Button
          variant="default"
          disabled={!mayRecord || unrecorded.length === 0}
          leftSection={<IconChecks size={16} aria-hidden />}
          onClick={passRest}
        >
          其余 {unrecorded.length} 人合格
        </Button>
      </Group>
      <div ref={table} style={{ display: 'contents' }}>
        <RecordTable
          label="成绩登记"
          rows={learners ?? []}
          columns={columns}
          rowKey={({ learnerId }) => learnerId}
        />
      </div>
    </>
  );
}
