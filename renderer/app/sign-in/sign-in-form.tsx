import { Anchor, Button, Group, PasswordInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { OpenedKeys } from '../../../shared/contract/keys.ts';
import type { Account } from '../../../shared/domain/base/account.ts';
import { asRefusal } from '../../../shared/refusals/index.ts';
import { useHost } from '../../host/context.tsx';
import { lastAccountId } from './session.ts';

type Named = Pick<Account, 'id' | 'name'>;

export interface SignInFormProps {
  accounts: readonly Named[];
  /** Set where only one person may unlock the desk. */
  fixed?: boolean;
  onOpened(opened: OpenedKeys): void;
  onForgotten?(): void;
}

/** Name and password; whoever was here last only types the password. */
export function SignInForm({ accounts, fixed, onOpened, onForgotten }: SignInFormProps) {
  const { host } = useHost();
  const [accountId, setAccountId] = useState(
    () => accounts.find(({ id }) => id === lastAccountId())?.id ?? accounts[0]?.id ?? '',
  );
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    try {
      onOpened(await host.keys.signIn({ accountId, password }));
    } catch (thrown) {
      setFailure(asRefusal(thrown).message);
      setPassword('');
    }
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <Stack gap="sm">
        {fixed ? (
          <Text fw={600}>{accounts[0]?.name}</Text>
        ) : (
          <Select
            label="姓名"
            allowDeselect={false}
            searchable={accounts.length > 8}
            data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            value={accountId}
            onChange={(value) => value && setAccountId(value)}
          />
        )}
        <PasswordInput
          label="密码"
          autoFocus
          required
          withAsterisk={false}
          autoComplete="current-password"
          value={password}
          error={failure}
          onChange={(event) => {
            setFailure(null);
            setPassword(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={busy} mt="xs">
          {fixed ? '解锁' : '登录'}
        </Button>
        {onForgotten && (
          <Group justify="flex-end">
            <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
              忘记密码
            </Anchor>
          </Group>
        )}
      </Stack>
    </form>
  );
}
