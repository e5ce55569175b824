import { Button, Divider, Drawer, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { calibrationSheet } from '../../../shared/papers/certificates/calibration-sheet.ts';
import { useToday } from '../clock.tsx';
import { JobProgress } from '../job-progress.tsx';
import { attempt } from '../notify.ts';
import { PdfPreview } from '../pdf-preview.tsx';
import { usePrintedDocument } from '../use-printed-document.ts';
import { FontsPanel } from './fonts-panel.tsx';
import { PrintersPanel } from './printers-panel.tsx';

/** A button that opens how this desk prints: printer, preprinted paper, block of numbers, fonts. */
export function PrintSettings() {
  const [opened, setOpened] = useState(false);
  const today = useToday();
  const printed = usePrintedDocument();
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
        // Escape closes the preview over it first.
        closeOnEscape={printed.preview === null}
        title={<Text fw={600}>这台电脑的打印设置</Text>}
      >
        <Stack>
          <PrintersPanel onCalibrate={() => attempt(() => printed.show([calibrationSheet(today)]))} />
          <Divider />
          <FontsPanel />
        </Stack>
      </Drawer>
      <JobProgress label="正在制作校准页" job={printed.job} onCancel={printed.cancel} />
      <PdfPreview pdf={printed.preview} onClose={printed.closePreview} />
    </>
  );
}
