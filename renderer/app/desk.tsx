import { AppShell, Center, Loader, ScrollArea, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useLocation } from 'wouter';
import { useActor } from '../components/actor-context.tsx';
import { KioskProvider } from '../components/kiosk-context.tsx';
import { useQuery } from '../components/use-query.ts';
import { readBase } from '../records/base/queries.ts';
import { capabilities, theOnly } from './capabilities.ts';
import { DeskHeader } from './desk-header.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { ProvePassword } from './prove-password.tsx';
import { Routes } from './routes.tsx';
import { SaveFailure } from './save-state.tsx';
import { useWholeScreen } from './use-whole-screen.ts';

const FirstStart = theOnly('firstStart');
const WholeScreen = theOnly('wholeScreen');

const reading = (
  <Center h="100vh">
    <Loader aria-label="正在读取" />
  </Center>
);

/** The frame around every page: capabilities on the left, search and desk on top. */
export function Desk() {
  const base = useQuery(readBase);
  const [location] = useLocation();
  const { account } = useActor();
  const wholeScreen = useWholeScreen();
  if (base === undefined) return reading;
  const isClassroom = base?.isClassroom ?? false;
  return (
    <Suspense fallback={reading}>
      {capabilities.map(({ label, inBackground: Work }) => Work && <Work key={label} />)}
      {base === null ? (
        <FirstStart />
      ) : wholeScreen.runId !== null ? (
        <WholeScreen
          runId={wholeScreen.runId}
          onLeave={wholeScreen.leave}
          askPassword={(onProven) => <ProvePassword account={account} onProven={onProven} />}
        />
      ) : (
        <KioskProvider value={wholeScreen}>
          <AppShell header={{ height: 52 }} navbar={{ width: 168, breakpoint: 0 }}>
            <AppShell.Header>
              <DeskHeader baseName={base.profile.name} />
            </AppShell.Header>
            <AppShell.Navbar p="xs" aria-label="功能">
              <AppShell.Section grow component={ScrollArea}>
                <Navigation isClassroom={isClassroom} />
              </AppShell.Section>
              <AppShell.Section p="xs">
                <Text size="xs" c="dimmed">
                  Ctrl+K 搜索一切
                </Text>
              </AppShell.Section>
            </AppShell.Navbar>
            <AppShell.Main h="100dvh" style={{ display: 'flex', flexDirection: 'column' }}>
              <SaveFailure />
              <ErrorBoundary location={location}>
                <Routes isClassroom={isClassroom} />
              </ErrorBoundary>
            </AppShell.Main>
          </AppShell>
        </KioskProvider>
      )}
    </Suspense>
  );
}
