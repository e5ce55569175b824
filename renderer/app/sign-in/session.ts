import type { Host } from '../../../shared/contract/host.ts';
import type { OpenedKeys } from '../../../shared/contract/keys.ts';

const sessionKey = 'session';
const lastAccountKey = 'last-account';

/** Whoever is signed in at this desk, or null; a reload of the page keeps it, a new window does not. */
export async function resumeSession(host: Host): Promise<OpenedKeys | null> {
  const session = sessionStorage.getItem(sessionKey);
  if (session === null) return null;
  return (await host.keys.resume({ session })).opened;
}

export function rememberSession({ session, accountId }: OpenedKeys): void {
  sessionStorage.setItem(sessionKey, session);
  localStorage.setItem(lastAccountKey, accountId);
}

export async function leaveSession(host: Host, session: string): Promise<void> {
  sessionStorage.removeItem(sessionKey);
  await host.keys.leave({ session });
}

/** Who signed in last at this desk. */
export function lastAccountId(): string | null {
  return localStorage.getItem(lastAccountKey);
}
