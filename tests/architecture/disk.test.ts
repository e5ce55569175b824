import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writingsIn } from './disk-rules.ts';

const root = join(import.meta.dirname, '../..');

async function sourcesOfHost(): Promise<string[]> {
  const entries = await readdir(join(root, 'electron'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join(posix.sep));
}

test('only services/disk writes to the disk', async () => {
  const files = await sourcesOfHost();
  expect(files.length).toBeGreaterThan(100);
  const broken: string[] = [];
  for (const path of files) {
    for (const writing of writingsIn(path, await readFile(join(root, path), 'utf8')))
      broken.push(`${path} writes by itself: ${writing}`);
  }
  expect(broken).toEqual([]);
});

describe('the check itself fails where it should', () => {
  const anywhere = 'electron/services/x/y.ts';

  test.each([
    ["import { writeFile } from 'node:fs/promises'", 'writeFile of fs/promises'],
    ["import { writeFile as put } from 'fs/promises'", 'writeFile of fs/promises'],
    ["import { appendFile, readFile } from 'node:fs/promises'", 'appendFile of fs/promises'],
    ["import { open } from 'node:fs/promises'", 'open of fs/promises'],
    ["import { openSync } from 'node:fs'", 'openSync of fs'],
    ["import { createWriteStream } from 'node:fs'", 'createWriteStream of fs'],
    ["import { rename } from 'node:fs/promises'", 'rename of fs/promises'],
    ["import { copyFile } from 'node:fs/promises'", 'copyFile of fs/promises'],
    ["import { cp } from 'node:fs/promises'", 'cp of fs/promises'],
    ["import { rm } from 'node:fs/promises'", 'rm of fs/promises'],
    ["import { unlinkSync } from 'fs'", 'unlinkSync of fs'],
    ["import { mkdir } from 'node:fs/promises'", 'mkdir of fs/promises'],
    ["import { truncate } from 'node:fs/promises'", 'truncate of fs/promises'],
    ["import { promises } from 'node:fs'", 'promises of fs'],
    ["import fs from 'node:fs'", 'all of fs'],
    ["import * as fs from 'node:fs/promises'", 'all of fs/promises'],
    ["import fs = require('node:fs')", 'all of fs'],
    ["const { rm } = await import('node:fs/promises')", 'all of fs/promises'],
    ["const fs = require('fs')", 'all of fs'],
    ["export { rm } from 'node:fs/promises'", 'rm of fs/promises'],
    ["export * from 'node:fs'", 'all of fs'],
    ["const fs = process.getBuiltinModule('fs')", 'getBuiltinModule'],
    ["import { DatabaseSync } from 'node:sqlite'", 'sqlite'],
  ])('by Node: %s', (source, writing) => {
    expect(writingsIn(anywhere, source)).toEqual([writing]);
  });

  test.each([
    ['await book.xlsx.writeFile(path)', 'writeFile'],
    ["const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'a' })", 'WorkbookWriter'],
    ["import { writeFile } from '@e965/xlsx'", 'writeFile of @e965/xlsx'],
    ["import { parquetWriteFile } from 'hyparquet-writer'", 'parquetWriteFile of hyparquet-writer'],
    ["import { fileWriter } from 'hyparquet-writer'", 'fileWriter of hyparquet-writer'],
    ['document.pipe(file)', 'pipe'],
    ["await DuckDBInstance.create('region.db')", 'a DuckDB file'],
    ["await connection.run(`COPY (SELECT 1) TO '$" + "{path}' (FORMAT parquet)`)", 'SQL that writes'],
    ['await connection.run("ATTACH \'region.db\'")', 'SQL that writes'],
    ['item.setSavePath(path)', 'setSavePath'],
    ['v8.writeHeapSnapshot()', 'writeHeapSnapshot'],
  ])('by a library: %s', (source, writing) => {
    expect(writingsIn(anywhere, source)).toEqual([writing]);
  });

  test.each([
    'electron/main.ts',
    'electron/browser.ts',
    'electron/data-folder.ts',
    'electron/handlers/x.ts',
    'electron/transport/x.ts',
    'electron/services/disk-failure.ts',
  ])('in %s too', (path) => {
    expect(writingsIn(path, "import { rm } from 'node:fs/promises'")).toEqual(['rm of fs/promises']);
  });

  test.each([
    [anywhere, "import { readFile, readdir, stat } from 'node:fs/promises'"],
    [anywhere, "import { existsSync, type Stats } from 'node:fs'"],
    [anywhere, "import { parquetWriteBuffer } from 'hyparquet-writer'"],
    [anywhere, 'await desk.rename(name); await book.xlsx.writeBuffer()'],
    [anywhere, "await DuckDBInstance.create(':memory:')"],
    ['electron/services/disk/x.ts', "import { writeFile } from 'node:fs/promises'"],
  ])('%s with %s is fine', (path, source) => {
    expect(writingsIn(path, source)).toEqual([]);
  });
});
