import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { refusal } from '../../../shared/refusals/index.ts';
import { Door } from '../../components/door.tsx';
import { attempt } from '../../components/notify.ts';
import type { Damage } from '../../database/recovery.ts';
import { useHost } from '../../host/context.tsx';
import { SignInForm } from '../sign-in/sign-in-form.tsx';

type Plan = { recovered: number; lost: number; backup: string | null };

/** Neither store nor journal is whole: the newest backup, and what the journal still has behind it. */
export function MendJournal({ damage, onMended }: { damage: Damage; onMended(): Promise<void> }) {
  const { host } = useHost();
  const [accounts, setAccounts] = useState<{ id: string; name: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    void attempt(async () => setAccounts((await host.keys.describe({})).accounts));
  }, [host]);
  const look = () => attempt(async () => setPlan(await host.backups.planMend({})));
  const mend = async () => {
    setBusy(true);
    const done = await attempt(async () => {
      await host.backups.mend({});
      await onMended();
    });
    if (!done) setBusy(false);
  };
  return (
    <Door title="日志文件损坏，数据库也不完整" hint={refusal('journalDamaged', damage).message}>
      {plan === null && accounts.length > 0 && (
        <>
          <Text size="sm">登录后用最近的备份，加上日志里完好的部分来恢复。</Text>
          <SignInForm accounts={accounts} onOpened={() => void look()} />
        </>
      )}
      {plan === null && accounts.length === 0 && <Button onClick={look}>看看能恢复多少</Button>}
      {plan !== null && (
        <>
          <Text>
            {plan.backup === null ? '没有用得上的备份。' : `用备份“${plan.backup}”和日志里完好的部分，`}
            可以恢复到第 {plan.recovered} 次操作。
            {plan.lost === 0 ? '没有一次操作丢失。' : `之后的 ${plan.lost} 次操作无法恢复。`}
          </Text>
          {plan.lost > 0 && (
            <Text size="sm" c="red.9">
              如果 U 盘或网络文件夹里有更新的备份，请先插上或连上，再点“重新查看”。
            </Text>
          )}
          <Button variant="default" onClick={look}>
            重新查看
          </Button>
          <Button onClick={mend} loading={busy} color={plan.lost > 0 ? 'red.9' : 'indigo'}>
            {plan.lost > 0 ? `恢复到第 ${plan.recovered} 次操作，放弃之后的 ${plan.lost} 次` : '恢复'}
          </Button>
        </>
      )}
    </Door>
  );
}
