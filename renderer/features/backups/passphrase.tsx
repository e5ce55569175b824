import { Button, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useActor } from '../../components/actor-context.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';

/** A passphrase of the base's own choice, which opens backups besides the recovery code. */
export function Passphrase() {
  const { host } = useHost();
  const { session } = useActor();
  const [passphrase, setPassphrase] = useState('');
  const set = () =>
    attempt(async () => {
      await host.backups.setPassphrase({ session, passphrase });
      setPassphrase('');
      sayDone('从下一份备份起，用这个口令也能打开');
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <Group align="flex-end">
        <PasswordInput
          label="备份口令（可以不设）"
          description="恢复单上的恢复码总能打开备份；另设一个口令，在别的电脑上打开更方便"
          w={420}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={passphrase.length < 10}>
          设为备份口令
        </Button>
      </Group>
    </form>
  );
}
