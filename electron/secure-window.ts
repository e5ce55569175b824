import type { App, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';

/** Window options of Electron's security checklist; the PDF viewer is a plugin of Chromium's own. */
export function secureWindowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 820,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: true,
      spellcheck: false,
    },
  };
}

function isOwn(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`);
}

/** What our own page may ask for: storage that stays, and the whole screen for a survey terminal. */
const granted: readonly string[] = ['persistent-storage', 'fullscreen'];

/** Denies every other permission, and these to every other origin. */
export function denyPermissions(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(granted.includes(permission) && isOwn(details.requestingUrl, origin));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) =>
      granted.includes(permission) && isOwn(`${requestingOrigin.replace(/\/$/, '')}/`, origin),
  );
}

/** No page leaves our origin, opens a window or attaches a webview. */
function confine(contents: WebContents, origin: string): void {
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url, origin)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url, origin) && !event.url.startsWith('chrome-extension://')) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Confines every contents the app ever creates. */
export function confineAll(app: App, origin: string): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, origin));
}
