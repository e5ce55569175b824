import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { FolderField } from '../../components/folder-field.tsx';
import { attempt } from '../../components/notify.ts';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';
import type { HandoverSource } from '../../records/handovers/class-file.ts';

interface Described {
  folder: string | null;
  failure: string | null;
  files: { name: string; modifiedAt: string }[];
}

/** The folder that the machines of the base share, and what lies in it. */
export function useSharedFolder() {
  const { host } = useHost();
  const [described, setDescribed] = useState<Described | null>(null);
  const read = useCallback(() => attempt(async () => setDescribed(await host.handovers.folder({}))), [host]);
  useEffect(() => void read(), [read]);
  return { described, read };
}

/** Which folder it is: on the network, or of a USB stick. */
export function SharedFolderField({ described, onSet }: { described: Described | null; onSet(): void }) {
  const { host } = useHost();
  return (
    <>
      <FolderField
        label="共享文件夹"
        description="几台电脑都打得开的文件夹；设好以后，班级文件和点名结果自动放进去"
        placeholder="例如 \\服务器\点名，没有就留空"
        folder={described?.folder ?? ''}
        optional
        set={async (folder) => {
          await host.handovers.setFolder({ folder: folder === '' ? null : folder });
          onSet();
        }}
      />
      {described?.failure && <Warning mt="xs">{described.failure}</Warning>}
    </>
  );
}

export interface SourcePickerProps {
  label: string;
  ending: '.jidi-class' | '.jidi-marks';
  described: Described | null;
  onChosen(source: HandoverSource): void;
}

/** Takes a file by button, or one of the shared folder. */
export function SourcePicker({ label, ending, described, onChosen }: SourcePickerProps) {
  const reset = useRef<() => void>(null);
  const files = (described?.files ?? []).filter(({ name }) => name.endsWith(ending));
  return (
    <Stack gap={6}>
      <Group>
        <FileButton
          accept={ending}
          resetRef={reset}
          onChange={(file) =>
            file &&
            void attempt(async () => {
              onChosen({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
              // A browser tells of no choice where the same file is chosen again.
              reset.current?.();
            })
          }
        >
          {(button) => (
            <Button {...button} leftSection={<IconFolderOpen size={16} aria-hidden />}>
              {label}
            </Button>
          )}
        </FileButton>
      </Group>
      {files.map(({ name, modifiedAt }) => (
        <Group key={name} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {name}　{momentText(modifiedAt)}
          </Text>
          <Button
            size="compact-sm"
            variant="light"
            aria-label={`打开 ${name}`}
            onClick={() => onChosen({ name, bytes: null })}
          >
            打开
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
