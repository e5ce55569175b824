import type { Account } from '../../shared/domain/base/account.ts';
import { attempt } from '../components/notify.ts';
import { useHost } from '../host/context.tsx';
import { SignInForm } from './sign-in/sign-in-form.tsx';

/** Asks for the password of whoever is signed in; the desk goes on with the sign-in it has. */
export function ProvePassword({ account, onProven }: { account: Account; onProven(): void }) {
  const { host } = useHost();
  return (
    <SignInForm
      fixed
      accounts={[account]}
      onOpened={({ session }) => {
        void attempt(() => host.keys.leave({ session }));
        onProven();
      }}
    />
  );
}
