import { createContext, useContext } from 'react';

export interface KioskAccess {
  /** Hands the whole screen to a survey; only a password gives it back. */
  start(runId: string): void;
}

const Access = createContext<KioskAccess | null>(null);

export const KioskProvider = Access.Provider;

export function useKiosk(): KioskAccess {
  const access = useContext(Access);
  if (!access) throw new Error('no kiosk is provided');
  return access;
}
