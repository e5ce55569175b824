import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRecords } from '../components/records-context.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useSaveState } from '../components/use-save-state.ts';

/** Whether everything is in the database and in the journal file, both on the disk. */
export function SaveStateBadge() {
  const state = useSaveState();
  if (state.kind === 'failed') return <StateBadge tone="bad">未能保存</StateBadge>;
  if (state.kind === 'saving') return <StateBadge tone="waiting">正在保存</StateBadge>;
  return <StateBadge tone="good">已保存</StateBadge>;
}

/** Why saving stopped, and a way to go on; shown until it is mended. */
export function SaveFailure() {
  const { outbox } = useRecords();
  const state = useSaveState();
  if (state.kind !== 'failed') return null;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title="最近的改动还没有写进日志文件"
      m="xs"
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dark.9">
          {state.reason} 改动仍在数据库里，请不要清除浏览器数据；解决之前不能继续修改。
        </Text>
        <Button color="red.9" style={{ flexShrink: 0 }} onClick={() => void outbox.ship()}>
          重试
        </Button>
      </Group>
    </Alert>
  );
}
