import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { OpenedKeys } from '../../../shared/contract/keys.ts';
import type { Account, Escrow } from '../../../shared/domain/base/account.ts';
import { Door } from '../../components/door.tsx';
import { isNewPassword, NewPassword } from '../../components/new-password.tsx';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';

export interface RecoverFormProps {
  title: string;
  hint: string;
  /** Administrators who may take a new password by the recovery sheet. */
  administrators: readonly Account[];
  kept: Escrow | null;
  onOpened(opened: OpenedKeys): void;
  onBack?(): void;
}

/** The recovery sheet in place of the password: an administrator takes a new one. */
export function RecoverForm({ title, hint, administrators, kept, onOpened, onBack }: RecoverFormProps) {
  const { host } = useHost();
  const [accountId, setAccountId] = useState(administrators[0]?.id ?? '');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const person = administrators.find(({ id }) => id === accountId);
  const recover = async () => {
    if (!person) return;
    setBusy(true);
    await attempt(async () => {
      const { id, name } = person;
      onOpened(await host.keys.recover({ code, kept, person: { id, name }, password }));
    });
    setBusy(false);
  };
  return (
    <Door title={title} hint={hint}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void recover();
        }}
      >
        <Stack gap="sm">
          <Select
            label="管理员"
            allowDeselect={false}
            data={administrators.map(({ id, name }) => ({ value: id, label: name }))}
            value={accountId}
            onChange={(value) => value && setAccountId(value)}
          />
          <Textarea
            label="恢复单上的恢复码"
            description="32 位，分成 8 组；不分大小写"
            required
            autosize
            minRows={2}
            autoComplete="off"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <NewPassword value={password} again={again} onChange={setPassword} onChangeAgain={setAgain} />
          <Group justify="flex-end" mt="xs">
            {onBack && (
              <Button variant="default" onClick={onBack}>
                返回
              </Button>
            )}
            <Button
              type="submit"
              loading={busy}
              disabled={code.trim() === '' || !isNewPassword(password, again)}
            >
              设新密码并登录
            </Button>
          </Group>
          <Text size="xs" c="gray.7">
            教师和前台忘记密码，请管理员在“账号”里重设。
          </Text>
        </Stack>
      </form>
    </Door>
  );
}
