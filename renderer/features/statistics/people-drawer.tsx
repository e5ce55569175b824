import { Drawer, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useLocation } from 'wouter';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import type { TrainingFact } from '../../../shared/regulation/training-facts.ts';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';

/** One learner in one class: what a person-time stands for. */
interface PersonTime {
  key: string;
  learnerId: string;
  classId: string;
  name: string;
  lastFour: string;
  employerName: string;
  classTitle: string;
  sessions: number;
  general: number;
  professional: number;
}

const columns: RecordColumn<PersonTime>[] = [
  { key: 'name', header: '姓名', width: 110, render: ({ name }) => name },
  { key: 'lastFour', header: '尾号', width: 64, render: ({ lastFour }) => lastFour },
  { key: 'employer', header: '单位', width: 190, render: ({ employerName }) => employerName },
  { key: 'class', header: '培训班', render: ({ classTitle }) => classTitle },
  { key: 'sessions', header: '课次', width: 60, align: 'right', render: ({ sessions }) => sessions },
  {
    key: 'general',
    header: subjectKinds.general.slice(0, 2),
    width: 60,
    align: 'right',
    render: ({ general }) => general,
  },
  {
    key: 'professional',
    header: subjectKinds.professional.slice(0, 2),
    width: 60,
    align: 'right',
    render: ({ professional }) => professional,
  },
];

function grouped(facts: readonly TrainingFact[]): Map<string, TrainingFact[]> {
  const groups = new Map<string, TrainingFact[]>();
  for (const fact of facts) {
    const key = `${fact.learnerId}:${fact.classId}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return groups;
}

export interface PeopleDrawerProps {
  title: string;
  facts: readonly TrainingFact[] | null;
  onClose(): void;
}

/** The records behind a figure: who, in which class, with how many hours. A row opens its class. */
export function PeopleDrawer({ title, facts, onClose }: PeopleDrawerProps) {
  const { database } = useRecords();
  const employers = useEmployerNames();
  const [, navigate] = useLocation();
  const people = useLiveQuery(async (): Promise<PersonTime[]> => {
    if (!facts) return [];
    const groups = [...grouped(facts)];
    const [learners, classes] = await Promise.all([
      database.rows.learners.bulkGet(groups.map(([, [fact]]) => fact?.learnerId ?? '')),
      database.rows.classes.bulkGet(groups.map(([, [fact]]) => fact?.classId ?? '')),
    ]);
    const hoursOf = (own: readonly TrainingFact[], kind: TrainingFact['subjectKind']) =>
      own.reduce((sum, fact) => sum + (fact.subjectKind === kind ? fact.hours : 0), 0);
    return groups.map(([key, own], at) => ({
      key,
      learnerId: own[0]?.learnerId ?? '',
      classId: own[0]?.classId ?? '',
      name: learners[at]?.name ?? '（已删除）',
      lastFour: learners[at]?.lastFour ?? '',
      employerName: employers.get(learners[at]?.employerId ?? '') ?? '',
      classTitle: classes[at]?.title ?? '',
      sessions: own.length,
      general: hoursOf(own, 'general'),
      professional: hoursOf(own, 'professional'),
    }));
  }, [database, facts, employers]);
  return (
    <Drawer
      opened={facts !== null}
      onClose={onClose}
      position="right"
      size="70%"
      title={
        <Text fw={600}>
          {title}　{people?.length ?? 0} 人次
        </Text>
      }
      styles={{ body: { height: 'calc(100% - 60px)', display: 'flex', flexDirection: 'column' } }}
    >
      <RecordTable
        label="培训人次"
        rows={people ?? []}
        columns={columns}
        rowKey={({ key }) => key}
        onOpen={({ classId }) => navigate(`/classes/${classId}`)}
      />
    </Drawer>
  );
}
