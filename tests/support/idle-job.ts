import type { Job } from '../../electron/services/threads/jobs.ts';

/** A job that nobody stops, and nobody watches. */
export const idleJob: Job = { signal: new AbortController().signal, progress: () => undefined };
