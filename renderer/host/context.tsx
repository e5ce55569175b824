import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { HostBridge } from '../../shared/contract/bridge.ts';
import type { Host, HostEvent } from '../../shared/contract/host.ts';
import { createHostClient, listenToHost } from './client.ts';

export interface HostAccess {
  host: Host;
  listen(listener: (event: HostEvent) => void): () => void;
}

const Access = createContext<HostAccess | null>(null);

export function createHostAccess(bridge: HostBridge): HostAccess {
  return { host: createHostClient(bridge), listen: (listener) => listenToHost(bridge, listener) };
}

export function HostProvider({ access, children }: { access: HostAccess; children: ReactNode }) {
  return <Access value={access}>{children}</Access>;
}

export function useHost(): HostAccess {
  const access = useContext(Access);
  if (!access) throw new Error('no host is provided');
  return access;
}

export interface RunningJob {
  jobId: string;
  done: number;
  total: number;
}

/** Long work in the host: its progress while it runs, and how to cancel it. One job at a time. */
export function useHostJob() {
  const { host, listen } = useHost();
  const [job, setJob] = useState<RunningJob | null>(null);
  const jobId = job?.jobId;
  useEffect(() => {
    if (jobId === undefined) return;
    return listen((event) => {
      if (event.jobId === jobId) setJob({ jobId, done: event.done, total: event.total });
    });
  }, [jobId, listen]);
  return {
    job,
    async run<Result>(work: (jobId: string) => Promise<Result>): Promise<Result> {
      const started = uuid();
      setJob({ jobId: started, done: 0, total: 0 });
      try {
        return await work(started);
      } finally {
        setJob(null);
      }
    },
    cancel: () => (jobId === undefined ? undefined : void host.jobs.cancel({ jobId })),
  };
}
