import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface DoorProps {
  title: string;
  hint: ReactNode;
  width?: number;
  children: ReactNode;
}

/** A page in front of the desk: sign-in, recovery, set-up. */
export function Door({ title, hint, width = 520, children }: DoorProps) {
  return (
    <Center mih="100vh" p="lg" bg="gray.1" component="main">
      <Paper shadow="sm" p="xl" w={width} withBorder>
        <Stack gap="md">
          <div>
            <Title order={1} size="h2">
              {title}
            </Title>
            <Text c="gray.7" mt={4} component="div">
              {hint}
            </Text>
          </div>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
