import { Alert, Button, Drawer, Group, Modal, Text } from '@mantine/core';
import { IconKey, IconListCheck, IconUserPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/base/account.ts';
import { roles } from '../../../shared/domain/base/actor.ts';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { useActor } from '../../components/actor-context.tsx';
import { confirmAct } from '../../components/confirm.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { RecoverySheet } from '../../components/recovery-sheet.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useHost } from '../../host/context.tsx';
import { recordRecoveryRenewal } from '../../records/accounts/account-commands.ts';
import { AccountForm } from './account-form.tsx';
import { RoleMatrix } from './role-matrix.tsx';

const columns: RecordColumn<Account>[] = [
  { key: 'name', header: '姓名', width: 160, render: ({ name }) => name },
  { key: 'roles', header: '身份', render: ({ roles: held }) => held.map((role) => roles[role]).join('、') },
  {
    key: 'password',
    header: '密码设于',
    width: 170,
    render: ({ passwordSetAt }) => (passwordSetAt ? momentText(passwordSetAt) : '还没有密码'),
  },
  {
    key: 'state',
    header: '状态',
    width: 110,
    render: ({ active }) => (
      <StateBadge tone={active ? 'good' : 'neutral'}>{active ? '可以登录' : '已停用'}</StateBadge>
    ),
  },
];

/** Who may sign in, as what; and the recovery sheet. */
export function AccountsPage() {
  const { database, execute } = useRecords();
  const { host } = useHost();
  const { session } = useActor();
  const accounts = useLiveQuery(() => database.rows.accounts.orderBy('name').toArray(), [database]);
  const baseName = useLiveQuery(async () => (await database.rows.base.get('base'))?.profile.name, [database]);
  const [open, setOpen] = useState<Account | 'new' | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [showsRoles, setShowsRoles] = useState(false);
  const renew = async () => {
    const { recoveryCode } = await host.keys.renewRecovery({ session });
    setCode(recoveryCode);
    const { recovery } = await host.keys.describe({});
    if (!recovery) throw refusal('keysMissing');
    await execute(recordRecoveryRenewal, recovery);
  };
  return (
    <Page
      title="账号"
      subtitle="每个人用自己的账号登录；身份决定能做什么"
      action={
        <>
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} aria-hidden />}
            onClick={() => setShowsRoles(true)}
          >
            各身份能做什么
          </Button>
          <Button
            variant="default"
            leftSection={<IconKey size={16} aria-hidden />}
            onClick={() =>
              confirmAct({
                title: '换一张新的恢复单？',
                consequence:
                  '新的恢复码立即生效，旧恢复单从此不能重设密码；但旧恢复单仍能打开更换之前做的备份，请按需要收好或销毁。',
                act: '换新的恢复单',
                perform: renew,
              })
            }
          >
            换新的恢复单
          </Button>
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
            添加账号
          </Button>
        </>
      }
    >
      {accounts?.length === 1 && (
        <Alert mb="sm" variant="light">
          <Group>
            <Text size="sm">
              现在只有您一个人能登录。给教师和前台各建一个账号，点名和发证就会记在各自名下。
            </Text>
          </Group>
        </Alert>
      )}
      <RecordTable
        label="账号列表"
        rows={accounts ?? []}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={(account) => setOpen(account)}
        openKey={open === 'new' || open === null ? null : open.id}
      />
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        position="right"
        size={460}
        title={<Text fw={600}>{open === 'new' ? '添加账号' : open?.name}</Text>}
      >
        {open !== null && <AccountForm account={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Drawer>
      <Drawer
        opened={showsRoles}
        onClose={() => setShowsRoles(false)}
        position="right"
        size={560}
        title={<Text fw={600}>各身份能做什么</Text>}
      >
        <RoleMatrix />
      </Drawer>
      <Modal
        opened={code !== null}
        onClose={() => undefined}
        withCloseButton={false}
        size={680}
        title="新的恢复单，只显示这一次"
      >
        {code !== null && (
          <RecoverySheet code={code} baseName={baseName ?? null} onKept={() => setCode(null)} />
        )}
      </Modal>
    </Page>
  );
}
