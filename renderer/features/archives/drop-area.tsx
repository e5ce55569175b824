import { Button, FileButton, Group } from '@mantine/core';
import { IconPaperclip, IconScan } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import type { Place, useAttaching } from './use-attaching.ts';

export interface DropAreaProps {
  /** What the files are added to, for the buttons' names. */
  label: string;
  place: Place;
  attaching: ReturnType<typeof useAttaching>;
  /** Opens the scanner's folder. */
  onScan(): void;
  disabled: boolean;
  children: ReactNode;
}

/** Takes files that are dropped on it, chosen, or lie in the scanner's folder. */
export function DropArea({ label, place, attaching, onScan, disabled, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const handlers = disabled
    ? {}
    : {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          void attaching.attach([...event.dataTransfer.files], place);
        },
      };
  return (
    <Group
      {...handlers}
      gap="xs"
      wrap="nowrap"
      justify="space-between"
      style={{ outline: over ? '2px dashed var(--mantine-color-indigo-6)' : 'none', borderRadius: 4 }}
    >
      <Group gap={6} style={{ flex: 1, minWidth: 0 }}>
        {children}
      </Group>
      {!disabled && (
        <Group gap={4} wrap="nowrap">
          <FileButton multiple onChange={(files) => void attaching.attach(files, place)}>
            {(props) => (
              <Button
                {...props}
                size="compact-sm"
                variant="default"
                loading={attaching.busy}
                leftSection={<IconPaperclip size={14} aria-hidden />}
                aria-label={`添加附件到${label}`}
              >
                添加
              </Button>
            )}
          </FileButton>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconScan size={14} aria-hidden />}
            aria-label={`从扫描文件夹添加到${label}`}
            onClick={onScan}
          >
            扫描
          </Button>
        </Group>
      )}
    </Group>
  );
}
