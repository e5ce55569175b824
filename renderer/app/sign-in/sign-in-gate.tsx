import { Center, Loader } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenedKeys } from '../../../shared/contract/keys.ts';
import type { Account } from '../../../shared/domain/base/account.ts';
import type { Actor } from '../../../shared/domain/base/actor.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { ActorProvider } from '../../components/actor-context.tsx';
import { Door } from '../../components/door.tsx';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { Vault } from '../../database/vault.ts';
import { useHost } from '../../host/context.tsx';
import { foundAdministrator, recordPasswordReset } from '../../records/accounts/account-commands.ts';
import { useContentChecked } from '../content-checked.ts';
import { FirstAdministrator } from './first-administrator.tsx';
import { LockScreen } from './lock-screen.tsx';
import { RecoverForm } from './recover-form.tsx';
import { lastAccountId, leaveSession, rememberSession, resumeSession } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Whom `execute` takes its commands from; nobody while nobody is signed in. */
export interface WhoIsHere {
  current: Actor | null;
}

type KeyState = 'none' | 'ready' | 'lost';

/** Accounts, the key kept with the data, and how the host's key file stands to it. */
function useDoor() {
  const { database } = useRecords();
  const { host } = useHost();
  const accounts = useLiveQuery(() => database.rows.accounts.toArray(), [database]);
  const escrow = useLiveQuery(async () => (await database.rows.escrow.get('recovery')) ?? null, [database]);
  const [keys, setKeys] = useState<Awaited<ReturnType<typeof host.keys.describe>> | null>(null);
  const look = useCallback(() => attempt(async () => setKeys(await host.keys.describe({}))), [host]);
  useEffect(() => void look(), [look]);
  if (!accounts || escrow === undefined || !keys) return null;
  const isOurs = !escrow || !keys.recovery || escrow.keyId === keys.recovery.keyId;
  const state: KeyState =
    keys.state === 'ready' && isOurs
      ? 'ready'
      : accounts.length === 0 && keys.state === 'none'
        ? 'none'
        : 'lost';
  const isFresh = accounts.length === 0;
  const named = isFresh ? keys.accounts : accounts.filter(({ active }) => active);
  const administrators = accounts.filter(({ active, roles }) => active && roles.includes('administrator'));
  return { state, named, administrators, escrow, hasPasswords: keys.accounts.length > 0 };
}

export interface SignInGateProps {
  whoIsHere: WhoIsHere;
  /** Beside the first start: bringing a base in from a backup. */
  beforeAccounts: ReactNode;
  children: ReactNode;
}

/** Opens the desk to whoever signs in; nothing personal is readable before. */
export function SignInGate({ whoIsHere, beforeAccounts, children }: SignInGateProps) {
  const { database, execute, unlock } = useRecords();
  const { host } = useHost();
  const checked = useContentChecked();
  const door = useDoor();
  const [opened, setOpened] = useState<OpenedKeys | null | undefined>(undefined);
  const [forgotten, setForgotten] = useState(false);
  const [locked, setLocked] = useState(false);
  const [held, setHeld] = useState(false);
  const [, navigate] = useLocation();
  const account = useLiveQuery(
    async (): Promise<Account | null> =>
      opened ? ((await database.rows.accounts.get(opened.accountId)) ?? null) : null,
    [database, opened],
  );

  const enter = useCallback(
    (keys: OpenedKeys, recovered = false) =>
      attempt(async () => {
        await checked;
        const described = await host.keys.describe({});
        unlock(new Vault(keys.key));
        if ((await database.rows.accounts.count()) === 0 && described.recovery) {
          const name = described.accounts.find(({ id }) => id === keys.accountId)?.name ?? '管理员';
          whoIsHere.current = { name, roles: ['administrator'] };
          await execute(foundAdministrator, { id: keys.accountId, name, ...described.recovery });
        }
        const entering = await database.rows.accounts.get(keys.accountId);
        if (!entering?.active) {
          await leaveSession(host, keys.session);
          throw refusal('accountNotKnown');
        }
        whoIsHere.current = { name: entering.name, roles: entering.roles };
        if (recovered) await execute(recordPasswordReset, { id: entering.id });
        // Each starts on a home of their own, not where somebody else was.
        if (lastAccountId() !== keys.accountId) navigate('/');
        rememberSession(keys);
        setForgotten(false);
        setLocked(false);
        setOpened(keys);
      }),
    [checked, database, execute, host, navigate, unlock, whoIsHere],
  );
  useEffect(() => {
    void attempt(async () => {
      const resumed = await resumeSession(host);
      if (resumed) await enter(resumed);
      setOpened((now) => now ?? null);
    });
  }, [enter, host]);

  const lock = useCallback(() => {
    if (opened) void leaveSession(host, opened.session);
    setLocked(true);
  }, [host, opened]);

  if (!door || opened === undefined || (opened && account === undefined)) {
    return (
      <Center h="100vh">
        <Loader aria-label="正在读取账号" />
      </Center>
    );
  }
  if (opened && account?.active) {
    const { name, roles } = account;
    whoIsHere.current = { name, roles };
    return (
      <ActorProvider
        access={{ actor: { name, roles }, account, session: opened.session, lock, holdOpen: setHeld }}
      >
        <LockScreen
          locked={locked}
          held={held}
          account={account}
          onIdle={lock}
          onOpened={(keys) => void enter(keys)}
        >
          {children}
        </LockScreen>
      </ActorProvider>
    );
  }
  if (door.state === 'none')
    return <FirstAdministrator onFounded={(keys) => void enter(keys)} other={beforeAccounts} />;
  const recover = (title: string, hint: string, onBack?: () => void) => (
    <RecoverForm
      title={title}
      hint={hint}
      administrators={door.administrators}
      kept={door.escrow}
      onOpened={(keys) => void enter(keys, true)}
      {...(onBack && { onBack })}
    />
  );
  if (door.state === 'lost') {
    return recover(
      '密钥文件丢失',
      '数据都在，但打开身份证号和电话的密钥文件不见了或已损坏。用恢复单可以找回。',
    );
  }
  if (!door.hasPasswords)
    return recover('请设新密码', '数据来自备份。用恢复单设一个新密码，其他人的密码随后在“账号”里重设。');
  if (forgotten) {
    return recover('忘记密码', '管理员用恢复单设新密码；其他人请管理员在“账号”里重设。', () =>
      setForgotten(false),
    );
  }
  return (
    <Door title="登录" hint="身份证号和电话在登录后才能打开。" width={420}>
      <SignInForm
        accounts={door.named}
        onOpened={(keys) => void enter(keys)}
        {...(door.administrators.length > 0 && { onForgotten: () => setForgotten(true) })}
      />
    </Door>
  );
}
