import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';

const steps = [
  { table: 'learners', path: '/learners/import', label: '导入名册', hint: '用人单位发来的报名表，原样导入' },
  { table: 'courses', path: '/courses', label: '添加课程', hint: '科目、内容和学时写一次' },
  { table: 'classes', path: '/classes', label: '开设培训班', hint: '排好课次，再把学员加进来' },
] as const;

/** What to do in a base that has held no class yet; gone with the first one. */
export function FirstSteps() {
  const { database } = useRecords();
  const counts = useLiveQuery(
    () => Promise.all(steps.map(({ table }) => database.rows[table].count())),
    [database],
  );
  if (counts?.at(-1) !== 0) return null;
  const next = counts.indexOf(0);
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        从这里开始
      </Title>
      {steps.map(({ path, label, hint }, index) => (
        <Group key={path} justify="space-between" py={4}>
          <Text>
            {index + 1}. <b>{label}</b>　{hint}
          </Text>
          {counts[index] === 0 ? (
            <Button
              component={Link}
              href={path}
              size="compact-md"
              variant={index === next ? 'filled' : 'light'}
            >
              {label}
            </Button>
          ) : (
            <StateBadge tone="good">已完成</StateBadge>
          )}
        </Group>
      ))}
    </Paper>
  );
}
