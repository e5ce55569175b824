import { Button, Drawer, Stack, Text } from '@mantine/core';
import { IconDatabaseExport, IconShieldCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { type BackupFile, backupReasons } from '../../../shared/contract/backups.ts';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { useActor } from '../../components/actor-context.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useHost } from '../../host/context.tsx';
import { Passphrase } from './passphrase.tsx';
import { Restore } from './restore.tsx';
import { RestoreFromFile } from './restore-from-file.tsx';
import { SecondPlace, type SecondPlaceProps } from './second-place.tsx';

const places = { dataFolder: '本机数据文件夹', secondPlace: '第二处' } as const;

const columns: RecordColumn<BackupFile>[] = [
  { key: 'at', header: '时间', width: 170, render: ({ createdAt }) => momentText(createdAt) },
  { key: 'reason', header: '缘由', width: 110, render: ({ reason }) => backupReasons[reason] },
  {
    key: 'sequence',
    header: '操作次数',
    width: 110,
    align: 'right',
    render: ({ sequence }) => sequence.toLocaleString('zh-CN'),
  },
  {
    key: 'size',
    header: '大小',
    width: 110,
    align: 'right',
    render: ({ bytes }) =>
      bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`,
  },
  { key: 'place', header: '位置', render: ({ place, name }) => `${places[place]}　${name}` },
];

interface Listed {
  backups: BackupFile[];
  folder: string;
  secondPlace: SecondPlaceProps['secondPlace'];
}

/** Every backup there is, where they go, and the way back from one. */
export function BackupsPage() {
  const { host } = useHost();
  const { actor } = useActor();
  const [listed, setListed] = useState<Listed | null>(null);
  const [open, setOpen] = useState<BackupFile | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useCallback(() => attempt(async () => setListed(await host.backups.list({}))), [host]);
  useEffect(() => void list(), [list]);
  const make = async () => {
    setBusy(true);
    await attempt(async () => {
      await host.backups.make({ reason: 'manual' });
      sayDone('已备份，并从磁盘读回核对过');
    });
    setBusy(false);
    await list();
  };
  const backUp = (
    <Button loading={busy} leftSection={<IconDatabaseExport size={16} aria-hidden />} onClick={make}>
      现在备份
    </Button>
  );
  if (listed === null) return null;
  return (
    <Page
      title="备份"
      subtitle={`每天第一次使用和关闭软件时自动备份到 ${listed.folder}；留最近 7 天、8 周、24 个月，手动做的一直留着`}
      action={backUp}
    >
      <Stack gap="sm" mb="md">
        <SecondPlace key={listed.secondPlace?.folder} secondPlace={listed.secondPlace} onChanged={list} />
        <Passphrase />
      </Stack>
      {listed.backups.length === 0 ? (
        <EmptyState
          icon={IconShieldCheck}
          title="还没有备份"
          hint="关闭软件时会自动备份一次，也可以现在就做。"
        >
          {backUp}
        </EmptyState>
      ) : (
        <RecordTable
          label="备份列表"
          rows={listed.backups}
          columns={columns}
          rowKey={({ place, name }) => `${place}/${name}`}
          onOpen={(backup) => setOpen(backup)}
          openKey={open && `${open.place}/${open.name}`}
        />
      )}
      <RestoreFromFile actor={actor} label="从其他电脑拿来的备份文件恢复" />
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={560}
        title={<Text fw={600}>备份里有什么</Text>}
      >
        {open && <Restore source={{ name: open.name, place: open.place }} actor={actor} />}
      </Drawer>
    </Page>
  );
}
