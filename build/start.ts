import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { findElectron } from './electron-binary.ts';

const root = join(import.meta.dirname, '..');

await buildIfStale();
const electron = process.env.JIDI_HOST === 'browser' ? null : findElectron();
if (electron === null) {
  console.log('没有可用的 Electron，改用本机浏览器运行（功能和数据保存方式相同）。');
}
const child =
  electron === null
    ? spawn(process.execPath, [join(root, 'dist/electron/browser.cjs'), ...process.argv.slice(2)], {
        stdio: 'inherit',
      })
    : spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
