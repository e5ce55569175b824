import { Button, Checkbox, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconChevronDown, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { type Role, roles } from '../../shared/domain/actor.ts';
import { useActor } from '../components/actor-context.tsx';
import { SaveStateBadge } from './save-state.tsx';
import { SearchEverything } from './search-everything.tsx';

/** Who works at this desk, and as what; marks and certificates are signed with the name. */
function WhoWorksHere() {
  const { actor, change } = useActor();
  return (
    <Popover position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="dark"
          leftSection={<IconUserCircle size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {actor.name}（{actor.roles.map((role) => roles[role]).join('、')}）
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" w={240}>
          <TextInput
            label="当前使用者姓名"
            description="点名、发证、打印都会记在这个名字下"
            defaultValue={actor.name}
            maxLength={40}
            data-autofocus
            onBlur={(event) => {
              const name = event.currentTarget.value.trim();
              if (name !== '') change({ ...actor, name });
            }}
          />
          <Checkbox.Group
            label="身份"
            value={actor.roles}
            onChange={(chosen) => {
              if (chosen.length > 0) change({ ...actor, roles: chosen as Role[] });
            }}
          >
            <Stack gap={6} mt={6}>
              {Object.entries(roles).map(([role, label]) => (
                <Checkbox key={role} value={role} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

export function DeskHeader({ baseName }: { baseName: string }) {
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
        <WhoWorksHere />
      </Group>
      <SearchEverything />
    </Group>
  );
}
