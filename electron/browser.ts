import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createDispatch } from '../shared/contract/dispatch.ts';
import { findChromium } from './chromium.ts';
import { browserDataFolder, claimDataFolder, deskMode, runningHost } from './data-folder.ts';
import { createHandlers } from './handlers/index.ts';
import { createServices } from './services/create-services.ts';
import { serveLoopback } from './transport/loopback.ts';

/** Put in by the build, from package.json. */
declare const APP_VERSION: string;

/** The page's origin, and with it its database, hangs on the port: it stays the same from run to run. */
const defaultPort = 47_115;
/** Milliseconds. */
const shortestVisit = 3000;

function openWithSystem(path: string): Promise<void> {
  const opener = { win32: 'explorer', darwin: 'open' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(opener, [path], { stdio: 'ignore', detached: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

function printAddress(url: string): void {
  console.log(`请在 Chrome 或 Edge 浏览器中打开：${url}`);
}

function openWindow(url: string, dataFolder: string): ChildProcess | null {
  const chromium = findChromium();
  if (chromium === null || process.argv.includes('--no-window')) {
    printAddress(url);
    return null;
  }
  return spawn(
    chromium,
    [`--app=${url}`, `--user-data-dir=${join(dataFolder, 'profile')}`, '--no-first-run', '--lang=zh-CN'],
    { stdio: 'ignore' },
  );
}

async function start(): Promise<void> {
  const mode = deskMode();
  const dataFolder = mode === 'base' ? browserDataFolder() : join(browserDataFolder(), 'authority-desk');
  const running = await runningHost(dataFolder);
  if (running !== null) {
    console.log('本软件已经在运行，正在打开它的窗口。');
    openWindow(running, dataFolder);
    return;
  }
  const dist = dirname(__dirname);
  const services = await createServices({
    host: 'browser',
    mode,
    version: APP_VERSION,
    dataFolder,
    rendererFolder: join(dist, 'renderer'),
    workersFolder: join(dist, 'electron'),
    fontsFolder: join(dist, 'fonts'),
    systemKeyring: null,
    openPath: openWithSystem,
    revealPath: (path) => openWithSystem(dirname(path)),
  });
  await services.backups.makeBeforeUpgrade().catch((thrown: unknown) => console.error(thrown));
  const port = Number(process.env.JIDI_PORT ?? (mode === 'base' ? defaultPort : defaultPort + 1));
  const loopback = await serveLoopback(createDispatch(createHandlers(services)), services.pages, port);
  services.printing.warmUp();
  const release = await claimDataFolder(dataFolder, loopback.entryUrl);
  const stop = async () => {
    await services.backups.makeIfChanged('afterWork').catch((thrown: unknown) => console.error(thrown));
    await release().catch((thrown: unknown) => console.error(thrown));
    await loopback.close();
    await services.close();
    process.exit(0);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const openedAt = Date.now();
  openWindow(loopback.entryUrl, dataFolder)?.once('exit', () => {
    // A window that ends at once never opened (no display, a browser that refuses): the host stays.
    if (Date.now() - openedAt < shortestVisit) printAddress(loopback.entryUrl);
    else void stop();
  });
}

start().catch((thrown: unknown) => {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE') {
    console.error('端口已被其他程序占用。数据与端口绑定，请关闭占用的程序后再启动。');
  } else {
    console.error(thrown);
  }
  process.exit(1);
});
