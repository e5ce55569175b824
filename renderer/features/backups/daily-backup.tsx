import { useEffect } from 'react';
import { attempt } from '../../components/notify.ts';
import { useHost } from '../../host/context.tsx';

/** Milliseconds. */
const interval = 30 * 60_000;

/** Has the first backup of each day made while somebody is at the desk; a failure is said. */
export function DailyBackup() {
  const { host } = useHost();
  useEffect(() => {
    const make = () => void attempt(() => host.backups.makeDue({}));
    make();
    const timer = setInterval(make, interval);
    return () => clearInterval(timer);
  }, [host]);
  return null;
}
