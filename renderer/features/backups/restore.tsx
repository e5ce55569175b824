import { Alert, Button, Group, PasswordInput, Stack, Table, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { BackupContent, BackupSource } from '../../../shared/contract/backups.ts';
import type { Actor } from '../../../shared/domain/base/actor.ts';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { asRefusal } from '../../../shared/refusals/index.ts';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';
import { tableLabel } from '../../records/history/record-names.ts';

const shownTables = ['learners', 'courses', 'classes', 'sessions', 'certificates', 'accounts'] as const;

function consequenceOf({ takenBack, sequence }: BackupContent): string {
  if (takenBack === null) return '这份备份来自另一份数据。恢复后，现在的数据全部换成备份里的。';
  if (takenBack > 0) return `恢复后，备份之后的 ${takenBack} 次操作会撤回。`;
  if (takenBack === 0) return '备份与现在的数据相同，恢复不会改变内容。';
  return `这里还没有数据，恢复后得到备份里的 ${sequence} 次操作。`;
}

export interface RestoreProps {
  source: BackupSource;
  /** Who answers for it in the record of operations. */
  actor: Actor;
}

/** What a backup holds and what restoring it would change; nothing is touched before the button. */
export function Restore({ source, actor }: RestoreProps) {
  const { host } = useHost();
  const [secret, setSecret] = useState('');
  const [content, setContent] = useState<BackupContent | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isLocked, setLocked] = useState(false);
  const [busy, setBusy] = useState(false);
  const look = useCallback(
    async (typed: string | null) => {
      setFailure(null);
      try {
        setContent(await host.backups.inspect({ source, secret: typed }));
      } catch (thrown) {
        const refused = asRefusal(thrown);
        setLocked(refused.code === 'backupLocked' || refused.code === 'backupSecretWrong');
        setFailure(refused.message);
      }
    },
    [host, source],
  );
  useEffect(() => void look(null), [look]);
  const restore = async () => {
    setBusy(true);
    await attempt(async () => {
      await host.backups.restore({ source, secret: secret === '' ? null : secret, actor });
      // The database is built anew from the restored journal when the app opens again.
      window.location.assign('/');
    });
    setBusy(false);
  };
  if (content === null) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look(secret);
        }}
      >
        <Stack>
          {failure !== null && <Text c={isLocked ? 'dark.9' : 'red.9'}>{failure}</Text>}
          {isLocked && (
            <>
              <PasswordInput
                label="恢复码或备份口令"
                autoComplete="off"
                data-autofocus
                visibilityToggleButtonProps={{ 'aria-label': '显示' }}
                value={secret}
                onChange={(event) => setSecret(event.currentTarget.value)}
              />
              <Button type="submit" disabled={secret.trim() === ''}>
                打开备份
              </Button>
            </>
          )}
        </Stack>
      </form>
    );
  }
  return (
    <Stack>
      <Text>
        {content.baseName ?? '还没有基地信息'}　{momentText(content.createdAt)} 的备份，共{' '}
        {content.sequence.toLocaleString('zh-CN')} 次操作
        {content.lastAt && `，最后一次在 ${momentText(content.lastAt)}`}。
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>内容</Table.Th>
            <Table.Th ta="right">现在</Table.Th>
            <Table.Th ta="right">恢复后</Table.Th>
            <Table.Th ta="right">变化</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shownTables.map((table) => {
            const [now, then] = [content.rowsNow[table] ?? 0, content.rows[table] ?? 0];
            return (
              <Table.Tr key={table}>
                <Table.Td>{tableLabel(table)}</Table.Td>
                <Table.Td ta="right">{now}</Table.Td>
                <Table.Td ta="right">{then}</Table.Td>
                <Table.Td ta="right">
                  {then === now ? '不变' : then > now ? `+${then - now}` : then - now}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Alert variant="light" color={content.takenBack === 0 ? 'indigo' : 'orange'}>
        <Text size="sm" c="dark.9">
          {consequenceOf(content)}{' '}
          恢复之前会先把现在的数据备份一份（“恢复之前”），需要时再恢复那一份，就撤销了这次恢复。
        </Text>
      </Alert>
      <Group justify="flex-end">
        <Button onClick={restore} loading={busy} color="red.9">
          恢复这份备份
        </Button>
      </Group>
    </Stack>
  );
}
