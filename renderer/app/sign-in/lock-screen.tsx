import { Button } from '@mantine/core';
import { useIdle } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import type { OpenedKeys } from '../../../shared/contract/keys.ts';
import type { Account } from '../../../shared/domain/base/account.ts';
import { defaultSettings } from '../../../shared/domain/base/base.ts';
import { Door } from '../../components/door.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readBase } from '../../records/base/queries.ts';
import './lock-screen.css';
import { SignInForm } from './sign-in-form.tsx';

export interface LockScreenProps {
  locked: boolean;
  /** Stays open however long nobody touches it. */
  held: boolean;
  account: Account;
  onIdle(): void;
  onOpened(opened: OpenedKeys): void;
  children: ReactNode;
}

/** Hides the desk when nobody has touched it for a while; what was being typed is still there afterwards. */
export function LockScreen({ locked, held, account, onIdle, onOpened, children }: LockScreenProps) {
  const minutes = useQuery(readBase)?.settings.lockAfterMinutes ?? defaultSettings.lockAfterMinutes;
  const idle = useIdle(minutes * 60_000, { initialState: false });
  useEffect(() => {
    // Drawers and dialogs hang beside the page, not in it.
    document.body.toggleAttribute('data-locked', locked);
  }, [locked]);
  useEffect(() => {
    if (idle && !locked && !held) onIdle();
  }, [idle, locked, held, onIdle]);
  return (
    <>
      {locked && (
        <Door
          title="已锁定"
          hint="离开太久，屏幕自动锁定。输入密码后回到刚才的地方，没有保存的内容还在。"
          width={420}
        >
          <SignInForm fixed accounts={[account]} onOpened={onOpened} />
          <Button variant="subtle" onClick={() => window.location.reload()}>
            换人登录（没有保存的内容会丢失）
          </Button>
        </Door>
      )}
      <div inert={locked} style={{ display: locked ? 'none' : 'contents' }}>
        {children}
      </div>
    </>
  );
}
