import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const built = join(import.meta.dirname, '../../dist/renderer');

/** The scripts that the page asks for before it shows anything. */
function startUpScripts(): string[] {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  return [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
}

test('what is fetched before the first page is small: pages come when they are opened', () => {
  const bytes = startUpScripts().map((path) => statSync(join(built, path)).size);
  expect(bytes.length).toBeGreaterThan(0);
  // Half of the one chunk of 2.41 MB that there was.
  expect(Math.max(...bytes)).toBeLessThanOrEqual(1_205_000);
  const pages = readFileSync(join(built, startUpScripts()[0] ?? ''), 'utf8').match(
    /assets\/[\w-]+-page-[\w-]+\.js/g,
  );
  expect(new Set(pages).size).toBeGreaterThan(20);
});
