import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconExternalLink, IconFolder, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { ProducedFile } from '../../shared/contract/host.ts';
import { useHost } from '../host/context.tsx';
import { attempt } from './notify.ts';

export interface PreviewedPdf {
  title: string;
  file: ProducedFile;
  /** What to note when it is really printed; looking alone notes nothing. */
  onPrint?(): Promise<unknown>;
  /** What is asked once it is printed. */
  asks?: ReactNode;
}

/** Shows a produced PDF beside the list it came from; Ctrl+P prints it. */
export function PdfPreview({ pdf, onClose }: { pdf: PreviewedPdf | null; onClose(): void }) {
  const { host } = useHost();
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () =>
    attempt(async () => {
      await pdf?.onPrint?.();
      frame.current?.contentWindow?.focus();
      frame.current?.contentWindow?.print();
    });
  useHotkeys([['mod+P', () => void (pdf && print())]], []);
  return (
    <Drawer
      opened={pdf !== null}
      onClose={onClose}
      position="right"
      size="72%"
      title={<Text fw={600}>{pdf?.title}</Text>}
      closeButtonProps={{ 'aria-label': '关闭预览' }}
      styles={{ body: { height: 'calc(100% - 60px)' } }}
    >
      {pdf && (
        <Stack h="100%" gap="sm">
          <Group gap="xs">
            <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={print} data-autofocus>
              打印
            </Button>
            <Button
              variant="default"
              leftSection={<IconExternalLink size={16} aria-hidden />}
              onClick={() => attempt(() => host.files.open(pdf.file))}
            >
              用系统程序打开
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolder size={16} aria-hidden />}
              onClick={() => attempt(() => host.files.reveal(pdf.file))}
            >
              打开所在文件夹
            </Button>
          </Group>
          {pdf.asks}
          <iframe
            ref={frame}
            title={pdf.file.name}
            // The viewer's own print button would print past the print log.
            src={`${pdf.file.url}#toolbar=0&navpanes=0`}
            style={{ flex: 1, border: '1px solid var(--mantine-color-default-border)' }}
          />
        </Stack>
      )}
    </Drawer>
  );
}
