import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useActor } from '../components/actor-context.tsx';
import { CommandPalette } from './command-palette.tsx';
import { OwnAccount } from './own-account.tsx';
import { SaveStateBadge } from './save-state.tsx';

export function DeskHeader({ baseName }: { baseName: string }) {
  const { lock } = useActor();
  useHotkeys([['mod+L', lock]], []);
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap">
      <Text fw={700} truncate>
        {baseName}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <SaveStateBadge />
        <Button
          variant="default"
          w={300}
          justify="space-between"
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={
            <Text size="xs" c="dimmed">
              Ctrl+K
            </Text>
          }
          onClick={spotlight.open}
        >
          <Text size="sm" c="dimmed">
            搜索学员、培训班、证书
          </Text>
        </Button>
        <OwnAccount />
      </Group>
      <CommandPalette />
    </Group>
  );
}
