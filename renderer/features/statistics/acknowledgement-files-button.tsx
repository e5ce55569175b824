import { Button, FileButton } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { takeAcknowledgementFile } from '../../records/statistics/submission-commands.ts';

/** Takes acknowledgements as the authority's files; each is taken or refused by itself, in words. */
export function AcknowledgementFilesButton() {
  const { execute } = useRecords();
  const take = (files: File[]) =>
    Promise.all(
      files.map((file) =>
        attempt(async () => {
          const bytes = new Uint8Array(await file.arrayBuffer());
          const { period, sequence } = await execute(takeAcknowledgementFile, { name: file.name, bytes });
          sayDone(`${describePeriod(period)}第 ${sequence} 次报送的回执已登记`);
        }),
      ),
    );
  return (
    <FileButton multiple onChange={(files) => void take(files)} accept=".json">
      {(button) => (
        <Button
          {...button}
          size="compact-sm"
          variant="default"
          leftSection={<IconFileCheck size={14} aria-hidden />}
        >
          导入回执文件
        </Button>
      )}
    </FileButton>
  );
}
