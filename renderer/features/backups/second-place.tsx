import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { attempt, sayDone } from '../../components/notify.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { useHost } from '../../host/context.tsx';

export interface SecondPlaceProps {
  secondPlace: { folder: string; failure: string | null } | null;
  onChanged(): void;
}

/** The second place of every backup: a stick or a folder on the network. */
export function SecondPlace({ secondPlace, onChanged }: SecondPlaceProps) {
  const { host } = useHost();
  const [folder, setFolder] = useState(secondPlace?.folder ?? '');
  const set = (next: string | null) =>
    attempt(async () => {
      await host.backups.setSecondPlace({ folder: next });
      if (next === null) setFolder('');
      sayDone(next === null ? '不再备份到第二处' : '以后每次备份都会在第二处再存一份');
      onChanged();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void set(folder.trim());
      }}
    >
      <Stack gap={6}>
        <Group align="flex-end">
          <TextInput
            label="第二处（U 盘或网络文件夹）"
            placeholder="例如 E:\备份 或 \\服务器\基地备份"
            w={420}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={folder.trim() === ''}>
            使用这个文件夹
          </Button>
          {secondPlace && (
            <Button variant="subtle" color="gray.7" onClick={() => void set(null)}>
              不用第二处
            </Button>
          )}
        </Group>
        {secondPlace?.failure && (
          <Group gap="xs">
            <StateBadge tone="warning">第二处没有存上</StateBadge>
            <Text size="sm">{secondPlace.failure}</Text>
          </Group>
        )}
      </Stack>
    </form>
  );
}
