import { Box, Button, Center, Group, Loader, Paper, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { useActor } from '../../components/actor-context.tsx';
import type { WholeScreenProps } from '../../components/capability.ts';
import { fillScreen } from '../../components/fill-screen.ts';
import { useRecords } from '../../components/records-context.tsx';
import { Filler } from '../../components/survey-form/filler.tsx';
import { useHost } from '../../host/context.tsx';
import { boxFormOf } from '../../records/surveys/ballot-box.ts';

const idleSeconds = 90;
const thanksSeconds = 5;

function Leave({ onLeave, askPassword }: Pick<WholeScreenProps, 'onLeave' | 'askPassword'>) {
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
      {askPassword(onLeave)}
      <Button variant="subtle" fullWidth mt="xs" onClick={() => setAsking(false)}>
        返回问卷
      </Button>
    </Paper>
  );
}

/** A survey on the whole screen, one after another, without names; only a password gives the screen back. */
export function Kiosk({ runId, onLeave, askPassword }: WholeScreenProps) {
  const { database } = useRecords();
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
        <Leave onLeave={onLeave} askPassword={askPassword} />
      </Group>
    </Box>
  );
}
