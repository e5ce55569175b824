import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import type { RunningJob } from '../host/context.tsx';

/** Long work: how far it is, and a way to stop it. */
export function JobProgress({
  label,
  job,
  onCancel,
}: {
  label: string;
  job: RunningJob | null;
  onCancel(): void;
}) {
  const share = job && job.total > 0 ? (job.done / job.total) * 100 : 0;
  return (
    <Modal opened={job !== null} onClose={onCancel} withCloseButton={false} centered title={label}>
      <Stack>
        <Progress value={share} animated aria-label={label} />
        <Group justify="space-between">
          <Text size="sm">{job && job.total > 0 ? `${job.done} / ${job.total}` : '正在准备…'}</Text>
          <Button variant="default" size="xs" onClick={onCancel}>
            取消
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
