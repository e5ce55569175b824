import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, newDataFolder, startHost } from '../support/host.ts';

const hostFile = join(import.meta.dirname, '../../dist/electron/browser.cjs');

async function secondStart(dataFolder: string, port: number): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [hostFile, '--no-window'], {
    env: { ...process.env, JIDI_DATA_FOLDER: dataFolder, JIDI_PORT: String(port) },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, output };
}

test('a second start over the same data hands over to the first; after a crash a start goes on', async () => {
  const dataFolder = await newDataFolder();
  const port = await freePort();
  const first = await startHost(dataFolder, port);
  const second = await secondStart(dataFolder, port);
  expect(second.output).toContain('本软件已经在运行');
  expect(second.output).toContain(first.entryUrl);
  await first.kill();
  const third = await startHost(dataFolder, port);
  expect(third.entryUrl).not.toBe(first.entryUrl);
  await third.stop();
});

test('a port that another program holds is said so, and nothing is served elsewhere', async () => {
  const port = await freePort();
  const other = await startHost(await newDataFolder(), port);
  const { code, output } = await secondStart(await newDataFolder(), port);
  expect(code).toBe(1);
  expect(output).toContain('端口已被其他程序占用');
  await other.stop();
});
