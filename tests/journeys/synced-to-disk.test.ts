import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { Acknowledged } from '../torture/acknowledged.ts';
import { openDesk } from './open-desk.ts';

const marks = 20;

/** Every process whose command line names this folder. */
async function processesOf(folder: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('pgrep', ['-f', folder]);
  return stdout.trim().split('\n');
}

/**
 * Traces the syncing calls of running processes into a file until it is stopped; null where this machine
 * does not let one process trace another.
 */
async function traceSyncs(pids: readonly string[], file: string): Promise<(() => Promise<void>) | null> {
  const attach = pids.flatMap((pid) => ['-p', pid]);
  const options = ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', file];
  const tracer = spawn('strace', [...options, ...attach], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  tracer.stderr.on('data', (chunk) => (said += String(chunk)));
  while (!said.includes('attached')) {
    if (said.includes('Operation not permitted')) return null;
    if (tracer.exitCode !== null) throw new Error(`strace: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return async () => {
    tracer.kill('SIGINT');
    await once(tracer, 'exit');
  };
}

// What kill -9 can't show, since the system's cache survives it: that nothing is acknowledged from the cache.
test.runIf(process.platform === 'linux')(
  'each acknowledged command has been synced to the disk, in the database and in the journal',
  async ({ skip }) => {
    const acknowledged = new Acknowledged();
    const { desk, dataFolder, host } = await openDesk('sample', {
      keepsProfile: true,
      listen: (page) => acknowledged.listen(page),
    });
    await desk.page.getByRole('link', { name: '点名' }).first().click();
    await desk.page.getByRole('grid', { name: '学员点名板' }).waitFor();
    const trace = join(dataFolder, 'trace');
    const chromium = await processesOf(join(dataFolder, 'profile'));
    const stop = await traceSyncs([String(host.pid), ...chromium], trace);
    if (stop === null) {
      skip('one process may not trace another here');
      return;
    }
    const before = acknowledged.total;
    for (let mark = 0; mark < marks; mark += 1) {
      await desk.page.keyboard.press(mark % 2 === 0 ? 'c' : 'd');
      // One at a time: several may share a sync, and then there are fewer of them.
      await expect.poll(() => acknowledged.total).toBe(before + mark + 1);
    }
    await stop();
    const calls = (await readFile(trace, 'utf8')).split('\n').filter((line) => /f(data)?sync\(/.test(line));
    const ofDatabase = calls.filter((line) => line.includes('/IndexedDB/')).length;
    const ofJournal = calls.filter((line) => line.includes('/journal/journal-')).length;
    expect(ofDatabase).toBeGreaterThanOrEqual(marks);
    expect(ofJournal).toBeGreaterThanOrEqual(marks);
  },
);
