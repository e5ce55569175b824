import { Box, Button, Center, Group, Loader, Paper, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { useActor } from '../components/actor-context.tsx';
import { attempt } from '../components/notify.ts';
import { Filler } from '../components/survey-form/filler.tsx';
import { useDatabase } from '../database/context.tsx';
import { boxFormOf } from '../features/surveys/index.ts';
import { useHost } from '../host/context.tsx';
import { SignInForm } from './sign-in/sign-in-form.tsx';

const idleSeconds = 90;
const thanksSeconds = 5;
const placeKept = 'kiosk-run';

function fillScreen(): void {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Which run has the screen; a reload does not give it back. */
export function useKioskRun() {
  const [runId, setRunId] = useState<string | null>(() => sessionStorage.getItem(placeKept));
  return {
    runId,
    start: (id: string) => {
      sessionStorage.setItem(placeKept, id);
      fillScreen();
      setRunId(id);
    },
    leave: () => {
      sessionStorage.removeItem(placeKept);
      if (document.fullscreenElement) void document.exitFullscreen();
      setRunId(null);
    },
  };
}

function Leave({ onLeave }: { onLeave(): void }) {
  const { account } = useActor();
  const { host } = useHost();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), idleSeconds * 1000);
    return () => clearTimeout(timer);
  }, [asking]);
  if (!asking) {
    return (
      <Button
        variant="subtle"
        color="gray.7"
        leftSection={<IconLogout size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        退出终端
      </Button>
    );
  }
  return (
    <Paper withBorder shadow="md" p="md" w={320}>
      <SignInForm
        fixed
        accounts={[account]}
        onOpened={({ session }) => {
          // It only proves who is there; the desk goes on with the sign-in it has.
          void attempt(() => host.keys.leave({ session }));
          onLeave();
        }}
      />
      <Button variant="subtle" fullWidth mt="xs" onClick={() => setAsking(false)}>
        返回问卷
      </Button>
    </Paper>
  );
}

/** A survey on the whole screen, one after another, without names; only a password gives the screen back. */
export function Kiosk({ runId, onLeave }: { runId: string; onLeave(): void }) {
  const { database } = useDatabase();
  const { host } = useHost();
  const { holdOpen } = useActor();
  const form = useLiveQuery(async () => {
    const run = await database.rows.surveyRuns.get(runId);
    return run && !run.closed ? boxFormOf(database, run) : null;
  }, [database, runId]);
  useEffect(() => {
    holdOpen(true);
    // After a reload, and where Esc was pressed, the next touch fills the screen again.
    const again = () => {
      if (!document.fullscreenElement) fillScreen();
    };
    window.addEventListener('pointerdown', again);
    return () => {
      holdOpen(false);
      window.removeEventListener('pointerdown', again);
    };
  }, [holdOpen]);
  const checkCode = useCallback((code: string) => host.surveys.checkCode({ runId, code }), [host, runId]);
  if (form === undefined) {
    return (
      <Center h="100vh">
        <Loader aria-label="正在打开问卷" />
      </Center>
    );
  }
  return (
    <Box component="main" mih="100vh" bg="white">
      {form === null && (
        <Center mih="60vh">
          <Text size="xl">这次调查已经停止收集，谢谢。</Text>
        </Center>
      )}
      {form && (
        <Filler
          form={form}
          checkCode={checkCode}
          submit={(filled) => host.surveys.cast({ runId, form: filled })}
          thanks="谢谢！已经收到。"
          idleSeconds={idleSeconds}
          thanksSeconds={thanksSeconds}
        />
      )}
      <Group justify="flex-end" p="md">
        <Leave onLeave={onLeave} />
      </Group>
    </Box>
  );
}
