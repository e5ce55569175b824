import { Button, Modal, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { refusal } from '../../../shared/refusals/index.ts';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useHost } from '../../host/context.tsx';
import { tablesThatChanged } from '../../records/access.ts';
import { tableLabel } from '../../records/history/record-names.ts';

interface Outcome {
  entries: number;
  hash: string;
  damage: { segment: string; offset: number; reason: string } | null;
  changed: string[];
}

/** Checks, when asked, every entry of the file and every row of the database against what was written. */
export function VerifyJournal() {
  const { host } = useHost();
  const { database } = useRecords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    await attempt(async () => {
      const [file, changed] = [await host.journal.verify({}), await tablesThatChanged(database)];
      setOutcome({ ...file, changed });
    });
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        onClick={verify}
      >
        核对日志
      </Button>
      <Modal opened={outcome !== null} onClose={() => setOutcome(null)} title="核对结果" size="lg">
        {outcome?.damage && (
          <>
            <StateBadge tone="bad">日志被改动过</StateBadge>
            <Text mt="xs">{refusal('journalDamaged', outcome.damage).message}</Text>
          </>
        )}
        {outcome && !outcome.damage && (
          <>
            <StateBadge tone="good">日志完整</StateBadge>
            <Text mt="xs">
              {outcome.entries.toLocaleString('zh-CN')} 条操作逐条相连，没有一个字节被改动。末条校验值：
            </Text>
            <Text ff="monospace" size="xs" style={{ wordBreak: 'break-all' }}>
              {outcome.hash}
            </Text>
          </>
        )}
        {outcome && (
          <Text mt="sm">
            {outcome.changed.length === 0
              ? '数据库每张表的内容都与写入时一致。'
              : `数据库与写入时不符：${outcome.changed.map((table) => tableLabel(table)).join('、')}。请重新打开软件，从日志恢复。`}
          </Text>
        )}
      </Modal>
    </>
  );
}
