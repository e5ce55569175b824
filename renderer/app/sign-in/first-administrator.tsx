import { Button, Stack, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { OpenedKeys } from '../../../shared/contract/keys.ts';
import { Door } from '../../components/door.tsx';
import { isNewPassword, NewPassword } from '../../components/new-password.tsx';
import { attempt } from '../../components/notify.ts';
import { RecoverySheet } from '../../components/recovery-sheet.tsx';
import { useHost } from '../../host/context.tsx';

type Founded = OpenedKeys & { recoveryCode: string };

/** The first start: one person becomes the administrator and gets the recovery sheet. */
export function FirstAdministrator({
  onFounded,
  other,
}: {
  onFounded(opened: OpenedKeys): void;
  /** Another way in, as restoring a backup. */
  other: ReactNode;
}) {
  const { host } = useHost();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [founded, setFounded] = useState<Founded | null>(null);
  if (founded) {
    return (
      <Door title="请收好恢复单" hint="它只显示这一次。" width={680}>
        <RecoverySheet code={founded.recoveryCode} baseName={null} onKept={() => onFounded(founded)} />
      </Door>
    );
  }
  const found = async () => {
    setBusy(true);
    await attempt(async () => {
      setFounded(await host.keys.found({ person: { id: uuid(), name: name.trim() }, password }));
    });
    setBusy(false);
  };
  return (
    <Door
      title="欢迎使用继续教育基地"
      hint="先建立管理员。身份证号和电话用您的密码加密保存，数据只在这台电脑上。"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void found();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="您的姓名"
            description="点名、发证都会记下是谁做的"
            required
            autoFocus
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPassword value={password} again={again} onChange={setPassword} onChangeAgain={setAgain} />
          <Button
            type="submit"
            mt="xs"
            loading={busy}
            disabled={name.trim() === '' || !isNewPassword(password, again)}
            rightSection={<IconArrowRight size={16} aria-hidden />}
          >
            建立管理员
          </Button>
        </Stack>
      </form>
      {other}
    </Door>
  );
}
