import { Button, Drawer, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { v4 as randomId } from 'uuid';
import { useLocation } from 'wouter';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';
import type { BoxDrawerProps } from './answer-files-drawer.tsx';

/** Piles of paper forms: those half typed, and a new one by how many lie in it. */
export function PilesDrawer({ run, box, opened, onClose }: BoxDrawerProps) {
  const { host } = useHost();
  const [, navigate] = useLocation();
  const [forms, setForms] = useState<number | string>('');
  const enter = (pileId: string) => navigate(`/survey-runs/${run.id}/piles/${pileId}`);
  const begin = () =>
    attempt(async () => {
      const pile = { id: randomId(), forms: Number(forms), first: [], second: [] };
      box.setState(await host.surveys.savePile({ runId: run.id, pile }));
      enter(pile.id);
    });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={460}
      title={<Text fw={600}>录入纸质表</Text>}
    >
      <Stack gap="sm">
        {box.state?.piles.map((pile) => (
          <Paper key={pile.id} withBorder p="sm">
            <Group justify="space-between">
              <Text size="sm">
                一摞 {pile.forms} 份：第一遍 {pile.first.length} 份，第二遍 {pile.second.length} 份
              </Text>
              <Group gap="xs">
                <ConfirmedButton
                  look="page"
                  title="不要这一摞？"
                  consequence={`已录的 ${pile.first.length} 份都会删掉，纸质表要重新录。`}
                  act="删除"
                  perform={async () =>
                    box.setState(await host.surveys.removePile({ runId: run.id, pileId: pile.id }))
                  }
                />
                <Button variant="light" onClick={() => enter(pile.id)}>
                  接着录
                </Button>
              </Group>
            </Group>
          </Paper>
        ))}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <Group align="flex-end">
            <NumberInput
              label="这一摞有几份"
              description="先数一遍，录完对得上才收入"
              required
              min={1}
              max={500}
              allowDecimal={false}
              value={forms}
              onChange={setForms}
              data-autofocus
            />
            <Button
              type="submit"
              disabled={!Number(forms)}
              leftSection={<IconKeyboard size={16} aria-hidden />}
            >
              开始录入
            </Button>
          </Group>
        </form>
      </Stack>
    </Drawer>
  );
}
