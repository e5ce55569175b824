import { Button, Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../../shared/domain/base/account.ts';
import { type Role, roles } from '../../../shared/domain/base/actor.ts';
import { useActor } from '../../components/actor-context.tsx';
import { isNewPassword, NewPassword } from '../../components/new-password.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { addAccount, editAccount, recordPasswordReset } from '../../records/accounts/account-commands.ts';

const duties: Record<Role, string> = {
  administrator: '排课、开班、设置、账号、备份、操作记录，以及下面的一切',
  teacher: '点名、登记成绩',
  frontDesk: '学员、名册导入、加入班级、发证和打印',
};

export interface AccountFormProps {
  /** Null to add someone. */
  account: Account | null;
  onDone(): void;
}

/** Adds or edits an account; a password typed here is set at once. */
export function AccountForm({ account, onDone }: AccountFormProps) {
  const { execute } = useRecords();
  const { host } = useHost();
  const { session, account: own } = useActor();
  const [name, setName] = useState(account?.name ?? '');
  const [held, setHeld] = useState<Role[]>(account?.roles ?? []);
  const [active, setActive] = useState(account?.active ?? true);
  const [resetting, setResetting] = useState(account === null);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const save = () =>
    attempt(async () => {
      const details = { name: name.trim(), roles: held };
      const saved = account
        ? await execute(editAccount, { ...details, id: account.id, active })
        : await execute(addAccount, details);
      // The record first: an account without a password is seen and mended, a password without a record is not.
      if (!saved.active) await host.keys.removeAccount({ session, accountId: saved.id });
      else if (resetting) {
        await execute(recordPasswordReset, { id: saved.id });
        await host.keys.setPassword({ session, person: { id: saved.id, name: saved.name }, password });
      }
      sayDone(`账号 ${saved.name} 已保存`);
      onDone();
    });
  const isComplete = name.trim() !== '' && held.length > 0 && (!resetting || isNewPassword(password, again));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <TextInput
          label="姓名"
          description="会记在点名、发证和操作记录里"
          required
          data-autofocus
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group
          label="身份（可以多选）"
          required
          value={held}
          onChange={(next) => setHeld(next as Role[])}
        >
          <Stack gap="xs" mt={6}>
            {(Object.keys(roles) as Role[]).map((role) => (
              <Checkbox key={role} value={role} label={roles[role]} description={duties[role]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {account && account.id !== own.id && (
          <Switch
            label="可以登录"
            description="离职的人请停用：名字仍留在记录里，密码立即失效"
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        )}
        {account && active && (
          <Switch
            label="重设密码"
            checked={resetting}
            onChange={(event) => setResetting(event.currentTarget.checked)}
          />
        )}
        {resetting && active && (
          <NewPassword value={password} again={again} onChange={setPassword} onChangeAgain={setAgain} />
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={!isComplete}>
            保存
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
