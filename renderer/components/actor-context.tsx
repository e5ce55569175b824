import { createContext, type ReactNode, useContext } from 'react';
import { type Actor, holdsRole, type Role } from '../../shared/domain/actor.ts';
import type { AnyCommand } from '../database/command.ts';

export interface ActorAccess {
  actor: Actor;
  change(actor: Actor): void;
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

/** Whether the person at the desk may use a command; the command itself asks again. */
export function useMay(command: AnyCommand): boolean {
  return useHasRole(command.roles);
}

export function useHasRole(roles: readonly Role[]): boolean {
  const { actor } = useActor();
  return holdsRole(actor, roles);
}
