import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { Link } from 'wouter';
import { type Actor, holdsRole } from '../../../shared/domain/base/actor.ts';
import { useActor } from '../../components/actor-context.tsx';
import { useCapabilities } from '../../components/capabilities-context.tsx';
import type { Capability, Due } from '../../components/capability.ts';
import { useRecords } from '../../components/records-context.tsx';
import type { BaseDatabase } from '../../records/access.ts';

/** What waits for whoever is here, from every capability that has something; nothing where nothing does. */
export async function readDue(
  database: BaseDatabase,
  capabilities: readonly Capability[],
  actor: Actor,
  today: string,
): Promise<Due[]> {
  const asked = capabilities
    .filter(({ roles }) => holdsRole(actor, roles))
    .flatMap(({ due }) => due ?? [])
    .sort((a, b) => a.place - b.place);
  const found = await Promise.all(asked.map(({ read }) => read(database, today)));
  return found.flat().filter(({ count }) => count > 0);
}

/** What is missing this year; each number opens its list. */
export function MissingThings({ today }: { today: string }) {
  const { database } = useRecords();
  const capabilities = useCapabilities();
  const { actor } = useActor();
  const missing = useLiveQuery(
    () => readDue(database, capabilities, actor, today),
    [database, capabilities, actor, today],
  );
  if (!missing) return null;
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        还缺什么
      </Title>
      {missing.length === 0 ? (
        <Text size="sm" c="dimmed">
          今年该办的都办了。
        </Text>
      ) : (
        <Stack gap="xs">
          {missing.map(({ label, count, to }) => (
            <Group key={label} justify="space-between" wrap="nowrap">
              <Text>{label}</Text>
              <Button
                component={Link}
                href={to}
                size="compact-md"
                variant="light"
                aria-label={`${label} ${count}`}
              >
                {count}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  );
}
