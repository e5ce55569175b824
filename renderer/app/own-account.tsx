import { Button, Menu, Modal, PasswordInput, Stack } from '@mantine/core';
import { IconChevronDown, IconKey, IconLock, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { roles } from '../../shared/domain/base/actor.ts';
import { useActor } from '../components/actor-context.tsx';
import { isNewPassword, NewPassword } from '../components/new-password.tsx';
import { attempt, sayDone } from '../components/notify.ts';
import { useRecords } from '../components/records-context.tsx';
import { useHost } from '../host/context.tsx';
import { recordPasswordChange } from '../records/accounts/account-commands.ts';

function ChangePassword({ onDone }: { onDone(): void }) {
  const { host } = useHost();
  const { execute } = useRecords();
  const { session, account } = useActor();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const change = () =>
    attempt(async () => {
      await host.keys.changePassword({ session, current, password });
      await execute(recordPasswordChange, { id: account.id });
      sayDone('密码已修改');
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          label="现在的密码"
          required
          data-autofocus
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword value={password} again={again} onChange={setPassword} onChangeAgain={setAgain} />
        <Button type="submit" disabled={current === '' || !isNewPassword(password, again)}>
          修改密码
        </Button>
      </Stack>
    </form>
  );
}

/** Who is signed in: lock, change the password, hand the desk over. */
export function OwnAccount() {
  const { actor, lock } = useActor();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="dark"
            leftSection={<IconUserCircle size={18} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {actor.name}（{actor.roles.map((role) => roles[role]).join('、')}）
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={lock}>
            锁定或换人（Ctrl+L）
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setChanging(true)}>
            修改密码
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={changing} onClose={() => setChanging(false)} title="修改密码">
        <ChangePassword onDone={() => setChanging(false)} />
      </Modal>
    </>
  );
}
