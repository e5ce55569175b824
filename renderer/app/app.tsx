import { Button, MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { IconDatabaseX } from '@tabler/icons-react';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Actor } from '../../shared/domain/base/actor.ts';
import { refusal } from '../../shared/refusals/index.ts';
import { CapabilitiesProvider } from '../components/capabilities-context.tsx';
import type { OtherDesk } from '../components/capability.ts';
import { FullPage } from '../components/full-page.tsx';
import { RecordsProvider } from '../components/records-context.tsx';
import { cssVariablesResolver, theme } from '../components/theme.ts';
import type { BaseStore } from '../database/base-store.ts';
import { createExecute } from '../database/execute.ts';
import { type Opening, openDatabase, openNextGeneration } from '../database/open.ts';
import { Outbox } from '../database/outbox.ts';
import type { Vault } from '../database/vault.ts';
import * as otherDesks from '../features/other-desks.ts';
import { createHostAccess, HostProvider } from '../host/context.tsx';
import { chooseTransport } from '../host/transport.ts';
import { guards } from '../records/guards/guards.ts';
import { capabilities, theOnly } from './capabilities.ts';
import { commands, commandsByName } from './commands.ts';
import { Desk } from './desk.tsx';
import { JournalGate } from './journal-gate.tsx';
import { SignInGate, type WhoIsHere } from './sign-in/sign-in-gate.tsx';
import { Waiting } from './waiting.tsx';

const BeforeAccounts = theOnly('beforeAccounts');
const hostAccess = createHostAccess(chooseTransport());

/** Who answers for a restore before there is any account. */
const newcomer: Actor = { name: '管理员', roles: ['administrator'] };

function openAccess(store: BaseStore, whoIsHere: WhoIsHere) {
  const file = hostAccess.host.journal;
  const outbox = new Outbox(store, file);
  const execute = createExecute({
    store,
    commands,
    guards,
    outbox,
    currentActor: () => {
      if (!whoIsHere.current) throw refusal('notSignedIn');
      return whoIsHere.current;
    },
    missingCharacters: async (texts) =>
      (await hostAccess.host.certificates.missingCharacters({ texts })).missing,
  });
  return {
    database: store,
    unlock: (vault: Vault | null) => store.unlock(vault),
    execute,
    outbox,
    file,
    commands: commandsByName,
  };
}

function Opened({ store, onNextGeneration }: { store: BaseStore; onNextGeneration(): Promise<void> }) {
  const [whoIsHere] = useState<WhoIsHere>({ current: null });
  const access = useMemo(() => openAccess(store, whoIsHere), [store, whoIsHere]);
  return (
    <HostProvider access={hostAccess}>
      <RecordsProvider access={access}>
        <JournalGate
          store={store}
          file={access.file}
          outbox={access.outbox}
          onNextGeneration={onNextGeneration}
        >
          <SignInGate whoIsHere={whoIsHere} beforeAccounts={<BeforeAccounts actor={newcomer} />}>
            <CapabilitiesProvider value={capabilities}>
              <Desk />
            </CapabilitiesProvider>
          </SignInGate>
        </JournalGate>
      </RecordsProvider>
    </HostProvider>
  );
}

/** A base's desk: its database, then whoever signs in. */
function BaseApp() {
  const [opening, setOpening] = useState<Opening | null>(null);
  const nextGeneration = useCallback(async () => {
    const next = await openNextGeneration();
    setOpening((before) => {
      if (before?.ok) before.store.close();
      return next;
    });
  }, []);
  useEffect(() => {
    void navigator.storage?.persist?.();
    void openDatabase().then((opened) => {
      // Whoever gave it up has gone on with another by now.
      setOpening((before) => before ?? opened);
    });
  }, []);
  return (
    <>
      {opening === null && <Waiting label="正在打开数据库" onGiveUp={nextGeneration} />}
      {opening?.ok === false && (
        <FullPage icon={IconDatabaseX} title="没有打开数据库" hint={opening.message}>
          <Button variant="default" onClick={() => window.location.reload()}>
            重新打开
          </Button>
          {opening.canRebuild && <Button onClick={nextGeneration}>从日志重建</Button>}
        </FullPage>
      )}
      {opening?.ok && (
        <Opened key={opening.store.name} store={opening.store} onNextGeneration={nextGeneration} />
      )}
    </>
  );
}

/** The page: the look, then the desk that this start is for. */
export function App() {
  const [mode, setMode] = useState<'base' | OtherDesk['mode'] | null>(null);
  const OtherDesk = Object.values(otherDesks).find((desk) => desk.mode === mode)?.screen;
  useEffect(() => {
    // A host that does not answer is told of where a base's desk is opened.
    void hostAccess.host.app.describe({}).then(
      ({ mode: asked }) => setMode(asked),
      () => setMode('base'),
    );
  }, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="light">
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <ModalsProvider modalProps={{ centered: true }}>
          {/* At the top: below are the boards, at the right the save buttons of drawers. */}
          <Notifications position="top-center" limit={6} />
          {mode === 'base' && <BaseApp />}
          {OtherDesk && (
            <HostProvider access={hostAccess}>
              <Suspense>
                <OtherDesk />
              </Suspense>
            </HostProvider>
          )}
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
