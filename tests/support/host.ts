import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export interface RunningHost {
  entryUrl: string;
  /** What the entry's address carries: a cookie with it opens the rest. */
  token: string;
  port: number;
  pid: number;
  dataFolder: string;
  /** Ends the host the way a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'jidi-'));
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Starts the built browser host without a window, as `npm start` would. */
export async function startHost(
  dataFolder: string,
  port: number,
  args: readonly string[] = [],
): Promise<RunningHost> {
  const child = spawn(process.execPath, [join(root, 'dist/electron/browser.cjs'), '--no-window', ...args], {
    env: { ...process.env, JIDI_DATA_FOLDER: dataFolder, JIDI_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const entryUrl = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0];
    if (!entryUrl) continue;
    return {
      entryUrl,
      token: new URL(entryUrl).searchParams.get('token') ?? '',
      port,
      pid: child.pid ?? 0,
      dataFolder,
      kill: () => ended(child, 'SIGKILL'),
      stop: () => ended(child, 'SIGTERM'),
    };
  }
  throw new Error('the host ended before it named its address');
}
