import { Button, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { documentKinds } from '../../../shared/domain/people/identity-document.ts';
import { maskSealed } from '../../../shared/domain/people/sealed-text.ts';
import { confirmAct } from '../../components/confirm.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { LearnerPicker } from '../../components/learner-picker.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { RecordHistory } from '../../components/record-history.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { LearnerRow } from '../../records/access.ts';
import { removeLearner } from '../../records/learners/learner-commands.ts';
import { mergeLearners } from '../../records/learners/merge-command.ts';
import { LearnerForm } from './learner-form.tsx';
import { LearnerYear } from './learner-year.tsx';

/** The classes and certificates of one learner, so that nobody is asked to look elsewhere. */
function LearnerHistory({ learner }: { learner: LearnerRow }) {
  const { database } = useRecords();
  const history = useLiveQuery(async () => {
    const enrolments = await database.rows.enrolments.where('learnerId').equals(learner.id).toArray();
    const classes = await database.rows.classes.bulkGet(enrolments.map(({ classId }) => classId));
    const certificates = await database.rows.certificates.where('learnerId').equals(learner.id).toArray();
    const charges = await database.rows.charges.where('learnerId').equals(learner.id).toArray();
    const owedFen = sumFen(charges.map((charge) => charge.owedFen));
    return { classes: classes.filter((of) => of !== undefined), certificates, owedFen };
  }, [database, learner.id]);
  if (!history || history.classes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        还没有参加过培训班。
      </Text>
    );
  }
  return (
    <>
      {history.owedFen > 0 && (
        <Link href={`/fees?find=${encodeURIComponent(learner.number)}`}>
          欠费 {formatFen(history.owedFen)} 元，去收款
        </Link>
      )}
      <Table>
        <Table.Tbody>
          {history.classes.map((of) => {
            const certificate = history.certificates.find(
              ({ classId, state }) => classId === of.id && state === 'valid',
            );
            return (
              <Table.Tr key={of.id}>
                <Table.Td>{of.title}</Table.Td>
                <Table.Td>{of.startDate ?? '未排课'}</Table.Td>
                <Table.Td>
                  {certificate ? (
                    <StateBadge tone="good">{certificate.number}</StateBadge>
                  ) : (
                    <StateBadge tone="neutral">未发证</StateBadge>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Merge({ learner, onMerged }: { learner: LearnerRow; onMerged(): void }) {
  const { execute } = useRecords();
  const [except] = useState(() => new Set([learner.id]));
  return (
    <LearnerPicker
      label="把另一条重复的记录并入这一条"
      except={except}
      onPick={(duplicate) =>
        confirmAct({
          title: `合并到 ${learner.name}（尾号 ${learner.lastFour}）`,
          consequence: `${duplicate.name}（尾号 ${duplicate.lastFour}）的培训班、点名、成绩和证书都转到这条记录，其证件记为曾用证件，那条记录随后删除。`,
          act: '合并',
          perform: async () => {
            await execute(mergeLearners, { keepId: learner.id, duplicateId: duplicate.id });
            sayDone('两条记录已合并');
            onMerged();
          },
        })
      }
    />
  );
}

export interface LearnerDrawerProps {
  /** The learner to show, `new` to add one, null while closed. */
  open: LearnerRow | 'new' | null;
  onClose(): void;
}

/** One learner beside the list: details, history, merge, removal. */
export function LearnerDrawer({ open, onClose }: LearnerDrawerProps) {
  const { execute } = useRecords();
  const [merging, setMerging] = useState(false);
  const learner = open === 'new' ? null : open;
  return (
    <Drawer
      opened={open !== null}
      onClose={() => {
        setMerging(false);
        onClose();
      }}
      position="right"
      size={560}
      title={<Text fw={600}>{learner ? `${learner.name}　学员编号 ${learner.number}` : '添加学员'}</Text>}
    >
      {open !== null && (
        <Stack>
          <LearnerForm key={learner?.id ?? 'new'} learner={learner} onSaved={onClose} />
          {learner && (
            <>
              {learner.formerDocuments.length > 0 && (
                <Text size="sm">
                  曾用证件：
                  {learner.formerDocuments
                    .map((document) => `${documentKinds[document.kind]} ${maskSealed(document)}`)
                    .join('；')}
                </Text>
              )}
              <LearnerYear learner={learner} />
              <Title order={2} size="h5">
                培训记录
              </Title>
              <LearnerHistory learner={learner} />
              <Group>
                <Button
                  variant="default"
                  leftSection={<IconArrowsJoin size={16} aria-hidden />}
                  onClick={() => setMerging(!merging)}
                >
                  合并重复记录
                </Button>
                <ConfirmedButton
                  look="page"
                  title={`删除 ${learner.name}？`}
                  consequence="这条学员记录将被删除。参加过培训班或有证书的学员不能删除。"
                  act="删除"
                  perform={async () => {
                    await execute(removeLearner, { id: learner.id });
                    sayDone(`${learner.name} 已删除`);
                    onClose();
                  }}
                />
              </Group>
              <RecordHistory table="learners" recordKey={learner.id} />
              {merging && <Merge learner={learner} onMerged={() => attempt(async () => onClose())} />}
            </>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
