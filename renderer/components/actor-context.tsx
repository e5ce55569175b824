import { createContext, type ReactNode, useContext } from 'react';
import type { Account } from '../../shared/domain/base/account.ts';
import { type Actor, holdsRole, type Role } from '../../shared/domain/base/actor.ts';
import type { Act } from '../../shared/domain/base/acts.ts';

export interface ActorAccess {
  actor: Actor;
  account: Account;
  /** The host's name for this sign-in. */
  session: string;
  lock(): void;
  /** While it is held the desk does not lock itself: the screen belongs to somebody else, behind a password. */
  holdOpen(isHeld: boolean): void;
}

const Access = createContext<ActorAccess | null>(null);

export function ActorProvider({ access, children }: { access: ActorAccess; children: ReactNode }) {
  return <Access value={access}>{children}</Access>;
}

export function useActor(): ActorAccess {
  const access = useContext(Access);
  if (!access) throw new Error('no actor is provided');
  return access;
}

/** Whether the person at the desk may do this; a command itself asks again. */
export function useMay({ roles }: Act): boolean {
  return useHasRole(roles);
}

export function useHasRole(roles: readonly Role[]): boolean {
  const { actor } = useActor();
  return holdsRole(actor, roles);
}
