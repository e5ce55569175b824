import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface PageProps {
  title: string;
  /** One line under the title: what this is, or where it stands. */
  subtitle?: ReactNode;
  /** The primary action, and beside it whatever else belongs to the whole page. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page: one title, one primary action, one table or board that fills the rest. */
export function Page({ title, subtitle, action, children }: PageProps) {
  return (
    <Stack flex={1} mih={0} gap="sm" p="md" component="section" aria-label={title}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Box style={{ minWidth: 0 }}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="dimmed">
              {subtitle}
            </Text>
          )}
        </Box>
        <Group gap="xs" wrap="nowrap">
          {action}
        </Group>
      </Group>
      <Box style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>{children}</Box>
    </Stack>
  );
}
