import { Anchor, Drawer, FileButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { BackupSource } from '../../../shared/contract/backups.ts';
import type { Actor } from '../../../shared/domain/base/actor.ts';
import { Restore } from './restore.tsx';

/** Brings a base in from a backup file of another machine. */
export function RestoreFromFile({
  actor,
  label = '已有备份？从备份文件恢复',
}: {
  actor: Actor;
  label?: string;
}) {
  const [source, setSource] = useState<BackupSource | null>(null);
  const open = async (file: File | null) => {
    if (file) setSource({ bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <>
      <Group justify="center">
        <FileButton onChange={(file) => void open(file)} accept=".jidibackup">
          {(props) => (
            <Anchor component="button" type="button" size="sm" {...props}>
              {label}
            </Anchor>
          )}
        </FileButton>
      </Group>
      <Drawer
        opened={source !== null}
        onClose={() => setSource(null)}
        position="right"
        size={560}
        title={<Text fw={600}>从备份恢复</Text>}
      >
        {source && <Restore source={source} actor={actor} />}
      </Drawer>
    </>
  );
}
