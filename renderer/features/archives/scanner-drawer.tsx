import { Button, Checkbox, Drawer, Group, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { IconRefresh, IconScan } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { ScannedFile } from '../../../shared/contract/attachments.ts';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { FolderField } from '../../components/folder-field.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { attempt } from '../../components/notify.ts';
import { describeBytes } from '../../components/proof-field.tsx';
import { Warning } from '../../components/warning.tsx';
import { useHost } from '../../host/context.tsx';
import type { Place, useAttaching } from './use-attaching.ts';

interface Described {
  folder: string | null;
  failure: string | null;
  files: ScannedFile[];
}

export interface ScannerDrawerProps {
  /** Where the files go; null while it is closed. */
  opened: { value: string; label: string } | null;
  /** What else they may go to. */
  choices: readonly { value: string; label: string }[];
  placeOf(value: string): Place;
  attaching: ReturnType<typeof useAttaching>;
  onClose(): void;
}

/** Files of the scanner's folder, the latest first: ticked, they are added to the archive. */
export function ScannerDrawer({ opened, choices, placeOf, attaching, onClose }: ScannerDrawerProps) {
  const { host } = useHost();
  const [found, setFound] = useState<Described | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState('');
  const isOpen = opened !== null;
  const read = useCallback(
    () =>
      attempt(async () => {
        const described = await host.scanner.describe({});
        setFound(described);
        setChosen(new Set(described.files.map(({ name }) => name)));
      }),
    [host],
  );
  useEffect(() => {
    if (isOpen) void read();
  }, [isOpen, read]);
  useEffect(() => setTarget(opened?.value ?? ''), [opened?.value]);
  const toggle = (name: string) => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    setChosen(next);
  };
  const take = async () => {
    const names = (found?.files ?? []).map(({ name }) => name).filter((name) => chosen.has(name));
    if (await attaching.take(names, placeOf(target))) onClose();
    else await read();
  };
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={560}
      title={<Text fw={600}>从扫描文件夹添加</Text>}
    >
      {found && (
        <Stack gap="sm">
          <FolderField
            key={found.folder}
            label="扫描文件夹"
            description="扫描仪或手机把文件存到哪里；收入档案后移到其中的“已收入档案”"
            placeholder="例如 D:\扫描"
            folder={found.folder ?? ''}
            set={async (folder) => {
              await host.scanner.setFolder({ folder });
              void read();
            }}
          />
          {found.failure && <Warning>{found.failure}</Warning>}
          {found.folder !== null && !found.failure && found.files.length === 0 && (
            <Text size="sm">文件夹里没有新文件。扫描之后按“刷新”。</Text>
          )}
          <ScrollArea.Autosize mah="52vh">
            <Stack gap={6}>
              {found.files.map(({ name, bytes, modifiedAt }) => (
                <Checkbox
                  key={name}
                  checked={chosen.has(name)}
                  onChange={() => toggle(name)}
                  label={name}
                  description={`${describeBytes(bytes)}　${momentText(modifiedAt)}`}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          {choices.length > 1 && (
            <Select
              label="归入"
              allowDeselect={false}
              data={[...choices]}
              value={target}
              onChange={(value) => setTarget(value ?? '')}
            />
          )}
          <Group justify="space-between">
            <Button variant="subtle" leftSection={<IconRefresh size={16} aria-hidden />} onClick={read}>
              刷新
            </Button>
            <Button
              leftSection={<IconScan size={16} aria-hidden />}
              disabled={chosen.size === 0}
              loading={attaching.busy}
              onClick={take}
            >
              添加 {chosen.size} 件
            </Button>
          </Group>
          <JobProgress label="正在收入" job={attaching.job} onCancel={attaching.cancel} />
        </Stack>
      )}
    </Drawer>
  );
}
