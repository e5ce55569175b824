import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildIfStale } from './build.ts';
import { ensureTools } from './ensure-tools.ts';

const root = join(import.meta.dirname, '..');
const report = join(root, 'reports/vitest.json');

const results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

ensureTools();
await buildIfStale();
rmSync(report, { force: true });
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, [vitest, 'run', ...options, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
const { numPassedTests, numFailedTests, testResults } = results.parse(
  JSON.parse(readFileSync(report, 'utf8')),
);
// A file that could not even be loaded ran no test, and is a failure all the same.
const unloaded = testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
console.log(`${numPassedTests} passed, ${numFailedTests + unloaded} failed`);
process.exit(status ?? 1);
