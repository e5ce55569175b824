import { Button, Drawer, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { InspectedFile } from '../../../shared/contract/surveys.ts';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { ImportPreview } from '../../components/import-preview.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';
import type { BallotBox } from './use-ballot-box.ts';

interface Chosen {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface Verdict extends InspectedFile {
  row: number;
  state: 'good' | 'rejected';
  file: Chosen;
}

const states = {
  good: { tone: 'good', label: '可收入' },
  rejected: { tone: 'bad', label: '不能收' },
} as const;

export interface BoxDrawerProps {
  run: ListedRun;
  box: BallotBox;
  opened: boolean;
  onClose(): void;
}

/** Takes answer files of the form that is filled without network: each is looked at before any is taken. */
export function AnswerFilesDrawer({ run, box, opened, onClose }: BoxDrawerProps) {
  const { host } = useHost();
  const [verdicts, setVerdicts] = useState<Verdict[] | null>(null);
  const [busy, setBusy] = useState(false);
  const inspect = async (chosen: File[]) => {
    setBusy(true);
    await attempt(async () => {
      const files = await Promise.all(
        chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      );
      const inspected = await host.surveys.inspectFiles({ runId: run.id, files });
      setVerdicts(
        inspected.files.flatMap((found, index): Verdict[] => {
          const file = files[index];
          return file
            ? [{ ...found, row: index + 1, state: found.problem === '' ? 'good' : 'rejected', file }]
            : [];
        }),
      );
    });
    setBusy(false);
  };
  const close = () => {
    setVerdicts(null);
    onClose();
  };
  const take = async () => {
    const files = (verdicts ?? []).filter(({ state }) => state === 'good').map(({ file }) => file);
    box.setState(await host.surveys.castFiles({ runId: run.id, files }));
    sayDone(`已收入 ${files.length} 个答卷文件`);
    close();
  };
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={860}
      title={<Text fw={600}>收入答卷文件</Text>}
    >
      {verdicts ? (
        <Stack h="80vh">
          <ImportPreview
            label="答卷文件"
            verdicts={verdicts}
            states={states}
            columns={[
              { key: 'name', header: '文件', width: 240, render: ({ name }) => name },
              { key: 'answers', header: '答卷', width: 60, align: 'right', render: ({ answers }) => answers },
            ]}
            remarkOf={({ problem }) => problem}
            measure="个文件"
            take={take}
          />
        </Stack>
      ) : (
        <Stack>
          <Text size="sm">
            选中收回来的全部“答卷-….answers.json”文件，可以一次选很多个。每个文件只计一次；改动过的、别的调查的、码已用过的都会说明原因，不计入。
          </Text>
          <Group>
            <FileButton multiple accept=".json" onChange={(files) => files.length > 0 && void inspect(files)}>
              {(button) => (
                <Button
                  {...button}
                  loading={busy}
                  data-autofocus
                  leftSection={<IconFileImport size={16} aria-hidden />}
                >
                  选择答卷文件
                </Button>
              )}
            </FileButton>
          </Group>
        </Stack>
      )}
    </Drawer>
  );
}
