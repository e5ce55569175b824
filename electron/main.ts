import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, safeStorage, session, shell } from 'electron';
import { createDispatch } from '../shared/contract/dispatch.ts';
import { deskMode } from './data-folder.ts';
import { createHandlers } from './handlers/index.ts';
import { confineAll, denyPermissions, secureWindowOptions } from './secure-window.ts';
import { createServices, type Services } from './services/create-services.ts';
import { systemKeyring } from './system-keyring.ts';
import { serveIpc } from './transport/ipc.ts';

/** Chosen once: IndexedDB hangs on it, so renaming it would empty every base's database. */
const scheme = 'app';
const origin = `${scheme}://base`;

let window: BrowserWindow | null = null;

/** Workers and fonts are read by threads, so they lie outside the archive. */
function unpacked(path: string): string {
  return path.replace('app.asar', 'app.asar.unpacked');
}

function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

function setUpProtocol(services: Services): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'base') return new Response(null, { status: 403 });
    const page = await services.pages.serve(url.pathname);
    return new Response(page.body, { status: page.status, headers: page.headers });
  });
}

function openHostServices(): Promise<Services> {
  const dist = join(app.getAppPath(), 'dist');
  return createServices({
    host: 'electron',
    mode: deskMode(),
    version: app.getVersion(),
    dataFolder: process.env.JIDI_DATA_FOLDER ?? join(app.getPath('userData'), 'data'),
    rendererFolder: join(dist, 'renderer'),
    workersFolder: unpacked(join(dist, 'electron')),
    fontsFolder: unpacked(join(dist, 'fonts')),
    systemKeyring: systemKeyring(safeStorage),
    openPath: async (path) => {
      const failure = await shell.openPath(path);
      if (failure !== '') throw new Error(failure);
    },
    revealPath: async (path) => shell.showItemInFolder(path),
  });
}

function setUpMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'editMenu', label: '编辑' },
      {
        label: '查看',
        submenu: [
          { role: 'reload', label: '刷新' },
          { role: 'zoomIn', label: '放大' },
          { role: 'zoomOut', label: '缩小' },
          { role: 'resetZoom', label: '实际大小' },
          { role: 'togglefullscreen', label: '全屏' },
        ],
      },
    ]),
  );
}

function openWindow(): void {
  window = new BrowserWindow(secureWindowOptions(join(app.getAppPath(), 'dist/electron/preload.cjs')));
  window.once('ready-to-show', () => window?.show());
  window.on('closed', () => {
    window = null;
  });
  void window.loadURL(`${origin}/`);
}

/** Quits only when what was done since the last backup is in one. */
function backUpBeforeQuit({ backups }: Services): void {
  let isDone = false;
  app.on('before-quit', (event) => {
    if (isDone) return;
    event.preventDefault();
    isDone = true;
    backups
      .makeIfChanged('afterWork')
      .catch((thrown: unknown) => console.error(thrown))
      .finally(() => app.quit());
  });
}

function focusWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

async function start(): Promise<void> {
  await app.whenReady();
  const services = await openHostServices();
  await services.backups.makeBeforeUpgrade().catch((thrown: unknown) => console.error(thrown));
  backUpBeforeQuit(services);
  denyPermissions(session.defaultSession, origin);
  setUpProtocol(services);
  serveIpc(ipcMain, createDispatch(createHandlers(services)), origin);
  setUpMenu();
  openWindow();
  services.printing.warmUp();
}

// A folder of its own lets both desks run on one machine.
if (deskMode() === 'authority') app.setPath('userData', join(app.getPath('userData'), 'authority-desk'));

if (app.requestSingleInstanceLock()) {
  registerScheme();
  confineAll(app, origin);
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  start().catch((thrown: unknown) => {
    console.error(thrown);
    app.exit(1);
  });
} else {
  app.quit();
}
