import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { storeOf } from '../../../tests/support/worked-authority.ts';

const run = promisify(execFile);
const taking = join(import.meta.dirname, '../../../tests/support/take-packages.ts');

// What no kill can show, since the system's cache survives it: what a line counts is on the disk before the line.
test.runIf(process.platform === 'linux')(
  'figures, ledgers, acknowledgements and the names of their folders are on the disk before the line that makes them count',
  async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), 'authority-'));
    const trace = join(await mkdtemp(join(tmpdir(), 'trace-')), 'calls');
    const options = ['-f', '-y', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace];
    const node = [process.execPath, '--import', 'tsx', taking, folder];
    const failure = await run('strace', [...options, ...node]).then(
      () => null,
      (thrown: unknown) => String(thrown),
    );
    if (failure?.includes('Operation not permitted')) skip('one process may not trace another here');
    expect(failure).toBeNull();
    const synced = (await readFile(trace, 'utf8'))
      .split('\n')
      .flatMap((line) => /f(?:data)?sync\(\d+<(.+)>\)/.exec(line)?.[1] ?? []);
    const store = storeOf(folder);
    const lineAt = synced.indexOf(join(store.folder, 'taken.jsonl'));
    expect(lineAt).toBeGreaterThan(0);
    const before = new Set(synced.slice(0, lineAt));
    const packages = await store.packages();
    expect(packages).toHaveLength(2);
    for (const { run: of, figures, ledger } of packages) {
      for (const path of [figures.path, ledger!.path]) {
        expect(before).toContain(join(store.folder, '.staging', of, path));
        for (let above = join(store.folder, dirname(path)); above !== store.folder; above = dirname(above))
          expect(before).toContain(above);
      }
    }
    expect([...before].filter((path) => path.includes('/acknowledgements/'))).toHaveLength(2);
    expect(synced.slice(lineAt)).toContain(store.folder);
  },
  60_000,
);
