import { Center, Loader, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { IconDatabaseX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Actor } from '../../shared/domain/actor.ts';
import { ActorProvider } from '../components/actor-context.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { DatabaseProvider } from '../database/context.tsx';
import { createExecute } from '../database/execute.ts';
import { type Opening, openDatabase } from '../database/open.ts';
import { Outbox } from '../database/outbox.ts';
import type { BaseDatabase } from '../database/schema.ts';
import { createHostAccess, HostProvider } from '../host/context.tsx';
import { chooseTransport } from '../host/transport.ts';
import { readActor, rememberActor } from './actor.ts';
import { commands } from './commands.ts';
import { Desk } from './desk.tsx';
import { JournalGate } from './journal-gate.tsx';
import { theme } from './theme.ts';

const hostAccess = createHostAccess(chooseTransport());

function openAccess(database: BaseDatabase) {
  const file = hostAccess.host.journal;
  const outbox = new Outbox(database, file);
  const execute = createExecute({
    database,
    commands,
    outbox,
    currentActor: readActor,
    missingCharacters: async (texts) =>
      (await hostAccess.host.certificates.missingCharacters({ texts })).missing,
  });
  return { database, execute, outbox, file };
}

function useActorAccess() {
  const [actor, setActor] = useState<Actor>(readActor);
  return useMemo(
    () => ({
      actor,
      change: (next: Actor) => {
        rememberActor(next);
        setActor(next);
      },
    }),
    [actor],
  );
}

function Opened({ database }: { database: BaseDatabase }) {
  const access = useMemo(() => openAccess(database), [database]);
  const actorAccess = useActorAccess();
  return (
    <HostProvider access={hostAccess}>
      <DatabaseProvider access={access}>
        <ActorProvider access={actorAccess}>
          <JournalGate database={database} file={access.file} outbox={access.outbox}>
            <Desk />
          </JournalGate>
        </ActorProvider>
      </DatabaseProvider>
    </HostProvider>
  );
}

/** The page: look, database, host, then the desk. */
export function App() {
  const [opening, setOpening] = useState<Opening | null>(null);
  useEffect(() => {
    void navigator.storage?.persist?.();
    void openDatabase().then(setOpening);
  }, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="light">
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <ModalsProvider modalProps={{ centered: true }}>
          {/* At the top: below are the boards, at the right the save buttons of drawers. */}
          <Notifications position="top-center" limit={6} />
          {opening === null && (
            <Center h="100vh">
              <Loader aria-label="正在打开数据库" />
            </Center>
          )}
          {opening?.ok === false && (
            <EmptyState icon={IconDatabaseX} title="没有打开数据库" hint={opening.message} />
          )}
          {opening?.ok && <Opened database={opening.database} />}
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
