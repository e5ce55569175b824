import { Button, Center, Loader, Progress, Stack, Text, Title } from '@mantine/core';
import { IconDatabaseExport, IconFileAlert } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { asRefusal, refusal } from '../../shared/domain/refusal.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { JournalFile, Outbox } from '../database/outbox.ts';
import { compareWithJournal, rebuildFromJournal, type Standing } from '../database/recovery.ts';
import type { BaseDatabase } from '../database/schema.ts';

interface Journaled {
  database: BaseDatabase;
  file: JournalFile;
  outbox: Outbox;
}

type Behind = Extract<Standing, { kind: 'databaseBehind' }>;

/** The database lacks what the journal holds: it is rebuilt, entry by entry, when the person says so. */
function Rebuild({ database, file, standing, onDone }: Journaled & { standing: Behind; onDone(): void }) {
  const [done, setDone] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const rebuild = async () => {
    setFailure(null);
    setDone(standing.database);
    try {
      await rebuildFromJournal(database, file, setDone);
      onDone();
    } catch (thrown) {
      setFailure(asRefusal(thrown).message);
      setDone(null);
    }
  };
  return (
    <Center h="100vh" component="main">
      <Stack w={520} gap="md">
        <IconDatabaseExport size={44} stroke={1.4} aria-hidden />
        <Title order={1} size="h3">
          数据库需要从日志恢复
        </Title>
        <Text>
          日志文件里有 {standing.journal} 次操作的完整记录，数据库里只有 {standing.database} 次。
          可能是浏览器重置了数据库，或数据库文件被删除。恢复会按日志逐条重做，不会丢失已保存的内容。
        </Text>
        {done !== null && <Progress value={(done / standing.journal) * 100} animated aria-label="恢复进度" />}
        {done !== null && (
          <Text size="sm">
            {done} / {standing.journal}
          </Text>
        )}
        {failure !== null && <Text c="red.9">{failure}</Text>}
        <Button onClick={rebuild} loading={done !== null} autoFocus>
          从日志恢复
        </Button>
      </Stack>
    </Center>
  );
}

/** Opens the app only when database and journal file agree; otherwise says how they differ. */
export function JournalGate({ children, ...journaled }: Journaled & { children: ReactNode }) {
  const { database, file, outbox } = journaled;
  const [standing, setStanding] = useState<Standing | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const compare = useCallback(async () => {
    setFailure(null);
    try {
      const found = await compareWithJournal(database, file);
      if (found.kind === 'even') await outbox.ship();
      setStanding(found);
    } catch (thrown) {
      setFailure(asRefusal(thrown).message);
    }
  }, [database, file, outbox]);
  useEffect(() => void compare(), [compare]);
  if (failure !== null) {
    return (
      <EmptyState icon={IconFileAlert} title="没有读到日志文件" hint={failure}>
        <Button onClick={compare}>重试</Button>
      </EmptyState>
    );
  }
  if (standing === null) {
    return (
      <Center h="100vh">
        <Loader aria-label="正在核对日志" />
      </Center>
    );
  }
  switch (standing.kind) {
    case 'even':
      return children;
    case 'databaseBehind':
      return <Rebuild {...journaled} standing={standing} onDone={() => void compare()} />;
    case 'forked': {
      const { message } = refusal('journalForked', { sequence: standing.sequence });
      return <EmptyState icon={IconFileAlert} title="数据库与日志不一致" hint={message} />;
    }
    case 'damaged': {
      const { message } = refusal('journalDamaged', standing.damage);
      return <EmptyState icon={IconFileAlert} title="日志文件损坏" hint={message} />;
    }
  }
}
