import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Configuration, Platform } from 'electron-builder';
import { buildIfStale } from './build.ts';
import { findElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..');

/** A folder shaped like an Electron distribution: the packed archive can be checked without the binary. */
function standInDistribution(): string {
  const folder = mkdtempSync(join(tmpdir(), 'electron-stand-in-'));
  mkdirSync(join(folder, 'resources'));
  mkdirSync(join(folder, 'locales'));
  for (const name of ['electron', 'LICENSE', 'LICENSES.chromium.html', 'version', 'locales/zh-CN.pak']) {
    writeFileSync(join(folder, name), `stand-in for ${name}\n`, { mode: 0o755 });
  }
  return folder;
}

const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false } } });
const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
  version: string;
};

await buildIfStale();
const hasElectron = findElectron() !== null;
if (!hasElectron) console.log('没有可用的 Electron：用替身打包，只能检查包的内容，不能运行。');
const overrides: Configuration = hasElectron
  ? {}
  : // Fuses are flipped in the real binary; there is none to flip.
    { electronDist: standInDistribution(), electronFuses: null };
await build({
  projectDir: root,
  targets: values.dir ? Platform.current().createTarget('dir') : Platform.current().createTarget(),
  config: { extends: 'electron-builder.yml', electronVersion: version, ...overrides },
  publish: 'never',
});
