import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost, useHostJob } from '../../host/context.tsx';
import type { HandoverSource } from '../../records/handovers/class-file.ts';
import { receiveClass } from '../../records/handovers/receive-command.ts';
import { SharedFolderField, SourcePicker, useSharedFolder } from './shared-folder.tsx';

/** Opens a class file by its code, and receives the class. */
export function ReceiveClass() {
  const { execute } = useRecords();
  const { host } = useHost();
  const work = useHostJob();
  const { described, read } = useSharedFolder();
  const [source, setSource] = useState<HandoverSource | null>(null);
  const [code, setCode] = useState('');
  const receive = (chosen: HandoverSource) =>
    attempt(async () => {
      const content = await work.run((jobId) => host.handovers.openClass({ jobId, source: chosen, code }));
      await execute(receiveClass, { fileName: chosen.name, content });
      sayDone(
        `已收下 ${content.trainingClass.title}：${content.learners.length} 人，${content.sessions.length} 次课`,
      );
      setSource(null);
      setCode('');
    });
  return (
    <Stack gap="xs">
      <SourcePicker label="打开班级文件" ending=".jidi-class" described={described} onChosen={setSource} />
      <SharedFolderField described={described} onSet={() => void read()} />
      <Modal
        opened={source !== null}
        onClose={() => setSource(null)}
        title={<Text fw={600}>打开班级文件</Text>}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (source) void receive(source);
          }}
        >
          <Stack>
            <Text size="sm">{source?.name}</Text>
            <TextInput
              label="打开口令"
              description="12 位，给您文件的人另外告诉您；大小写、横线都可以不管"
              required
              data-autofocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={work.job !== null}>
                打开并收下
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Stack>
  );
}
