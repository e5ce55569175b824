import { Center, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What a list shows while it is empty: what it will hold, and what to do next. */
export function EmptyState({
  icon: Picture,
  title,
  hint,
  children,
}: {
  icon: Icon;
  title: string;
  hint: string;
  children?: ReactNode;
}) {
  return (
    <Center h="100%" mih={220}>
      <Stack align="center" gap="xs" maw={460}>
        <ThemeIcon size={56} radius="xl" variant="light">
          <Picture size={30} stroke={1.5} aria-hidden />
        </ThemeIcon>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed" ta="center">
          {hint}
        </Text>
        <Group mt="xs">{children}</Group>
      </Stack>
    </Center>
  );
}
