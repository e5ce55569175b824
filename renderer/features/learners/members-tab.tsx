import { ActionIcon, Box, Button, Drawer, Group, Text, Tooltip } from '@mantine/core';
import { IconClipboardText, IconFileImport, IconUserMinus, IconUsersPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { titleLevels } from '../../../shared/domain/people/learner.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { describeConflicts } from '../../../shared/regulation/timetable-conflict.ts';
import { useMay } from '../../components/actor-context.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LearnerPicker } from '../../components/learner-picker.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import { useQuery } from '../../components/use-query.ts';
import { enrolLearners, withdrawLearner } from '../../records/classes/enrolment-commands.ts';
import { findEnrolmentConflicts } from '../../records/classes/enrolment-conflicts.ts';
import { type ClassMember, classMembers } from '../../records/classes/queries.ts';
import { RosterImport } from './import/roster-import.tsx';
import { PasteEnrolment } from './paste-enrolment.tsx';

/** Who is in the class, and three ways in: search, a pasted list, an employer's file. */
export function MembersTab({ of }: { of: TrainingClass }) {
  const { database, execute } = useRecords();
  const members = useQuery(classMembers, of.id);
  const employers = useEmployerNames();
  const mayEnrol = useMay(enrolLearners) && !of.closed;
  const [way, setWay] = useState<'paste' | 'import' | null>(null);
  const enrolled = useMemo(() => new Set(members?.map(({ learner }) => learner.id)), [members]);
  const enrol = async (learnerIds: string[]) => {
    const added = learnerIds.filter((id) => !enrolled.has(id));
    const take = (ids: string[]) => async () => {
      if (ids.length > 0) await execute(enrolLearners, { classId: of.id, learnerIds: ids });
      sayDone(`已加入 ${ids.length} 人`);
      setWay(null);
    };
    const conflicts = await findEnrolmentConflicts(database, of.id, added);
    const inTheWay = new Set(conflicts.map(({ learnerId }) => learnerId));
    const others = added.filter((id) => !inTheWay.has(id));
    if (inTheWay.size === 0 || others.length === 0) return attempt(take(added));
    confirmAct({
      title: `${inTheWay.size} 人与别的班时间冲突`,
      consequence: `${describeConflicts(conflicts)}。他们不能加入，其余的人可以。`,
      act: `加入其余 ${others.length} 人`,
      perform: take(others),
    });
    return false;
  };
  const withdraw = ({ learner }: ClassMember) =>
    attempt(async () => {
      await execute(withdrawLearner, { classId: of.id, learnerId: learner.id });
      sayDone(`${learner.name} 已退班`);
    });
  const columns: RecordColumn<ClassMember>[] = [
    { key: 'index', header: '序号', width: 60, align: 'right', render: (_, index) => index + 1 },
    { key: 'name', header: '姓名', width: 140, render: ({ learner }) => learner.name },
    { key: 'number', header: '学员编号', width: 110, render: ({ learner }) => learner.number },
    {
      key: 'document',
      header: '证件号码',
      width: 190,
      render: ({ learner }) => <MaskedNumber number={learner.document} />,
    },
    {
      key: 'employer',
      header: '工作单位',
      render: ({ learner }) => employers.get(learner.employerId ?? '') ?? '',
    },
    { key: 'level', header: '职称级别', width: 90, render: ({ learner }) => titleLevels[learner.titleLevel] },
    {
      key: 'joined',
      header: '加入',
      width: 110,
      render: ({ enrolment }) => (enrolment.joinedSessionId ? '中途加入' : '开班加入'),
    },
    {
      key: 'withdraw',
      header: '退班',
      width: 64,
      render: (member) =>
        mayEnrol && (
          <Tooltip label="退班（没有点名、成绩和证书时）">
            <ActionIcon
              variant="subtle"
              color="gray.7"
              aria-label={`${member.learner.name} 退班`}
              onClick={() => withdraw(member)}
            >
              <IconUserMinus size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ),
    },
  ];
  return (
    <>
      {mayEnrol && (
        <Group align="flex-end" mb="sm">
          <Box w={320}>
            <LearnerPicker label="加入学员" except={enrolled} onPick={(learner) => enrol([learner.id])} />
          </Box>
          <Button
            variant="default"
            leftSection={<IconClipboardText size={16} aria-hidden />}
            onClick={() => setWay('paste')}
          >
            粘贴名单
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => setWay('import')}
          >
            导入名册并加入
          </Button>
          <Text size="sm" c="dimmed" pb={8}>
            共 {members?.length ?? 0} 人{of.capacity === null ? '' : `，上限 ${of.capacity} 人`}
          </Text>
        </Group>
      )}
      {members?.length === 0 ? (
        <EmptyState
          icon={IconUsersPlus}
          title="班里还没有学员"
          hint="搜索姓名逐个加入，粘贴一列姓名或身份证号，或直接导入用人单位的名册。"
        />
      ) : (
        <RecordTable
          label="班级学员"
          rows={members ?? []}
          columns={columns}
          rowKey={({ learner }) => learner.id}
        />
      )}
      <Drawer
        opened={way === 'paste'}
        onClose={() => setWay(null)}
        position="right"
        size={620}
        title={<Text fw={600}>粘贴名单</Text>}
      >
        {way === 'paste' && <PasteEnrolment enrolled={enrolled} onEnrol={enrol} />}
      </Drawer>
      <Drawer
        opened={way === 'import'}
        onClose={() => setWay(null)}
        position="right"
        size="85%"
        title={<Text fw={600}>导入名册并加入“{of.title}”</Text>}
        styles={{ body: { height: 'calc(100% - 60px)', display: 'flex', flexDirection: 'column' } }}
      >
        {way === 'import' && <RosterImport onImported={enrol} />}
      </Drawer>
    </>
  );
}
