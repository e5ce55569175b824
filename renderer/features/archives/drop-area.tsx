import { Button, Group } from '@mantine/core';
import { IconPaperclip, IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FileDrop } from '../../components/file-drop.tsx';
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
  return (
    <FileDrop
      look="plain"
      multiple
      disabled={disabled}
      onFiles={(files) => void attaching.attach(files, place)}
    >
      {(choose) => (
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Group gap={6} style={{ flex: 1, minWidth: 0 }}>
            {children}
          </Group>
          {!disabled && (
            <Group gap={4} wrap="nowrap">
              <Button
                size="compact-sm"
                variant="default"
                loading={attaching.busy}
                leftSection={<IconPaperclip size={14} aria-hidden />}
                aria-label={`添加附件到${label}`}
                onClick={choose}
              >
                添加
              </Button>
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
      )}
    </FileDrop>
  );
}
