import { Button, Divider, Drawer, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { FontsPanel } from './fonts-panel.tsx';
import { PrintersPanel } from './printers-panel.tsx';

/** A button that opens how this desk prints: printer, preprinted paper, block of numbers, fonts. */
export function PrintSettings() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        打印设置
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        size={520}
        title={<Text fw={600}>这台电脑的打印设置</Text>}
      >
        <Stack>
          <PrintersPanel />
          <Divider />
          <FontsPanel />
        </Stack>
      </Drawer>
    </>
  );
}
