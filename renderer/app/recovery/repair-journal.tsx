import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { refusal } from '../../../shared/refusals/index.ts';
import { Door } from '../../components/door.tsx';
import { attempt } from '../../components/notify.ts';
import type { Damage } from '../../database/recovery.ts';
import { useHost } from '../../host/context.tsx';
import type { Journaled } from './journaled.ts';

/** The journal file is damaged and the store whole: the file is written anew from it. */
export function RepairJournal({ outbox, damage, onDone }: Journaled & { damage: Damage; onDone(): void }) {
  const { host } = useHost();
  const [busy, setBusy] = useState(false);
  const repair = async () => {
    setBusy(true);
    const done = await attempt(async () => {
      await host.journal.beginAnew({});
      outbox.forgetArrived();
      await outbox.ship();
      await outbox.refuseUnlessSaved();
      onDone();
    });
    // Once done the button stays shut: what comes next is on its way.
    if (!done) setBusy(false);
  };
  return (
    <Door title="日志文件损坏" hint={refusal('journalDamaged', damage).message}>
      <Text size="sm">
        数据库完好，里面有每一次操作的完整记录，可以用它重写日志文件。损坏的文件会移到数据文件夹的
        journal-set-aside 里，不会删除。
      </Text>
      <Button onClick={repair} loading={busy} autoFocus>
        用数据库修复日志
      </Button>
    </Door>
  );
}
