import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, CustomScheme } from 'electron';

/** A strict stand-in: asking it for anything the product does not use throws. */
function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
      throw new Error(`the stand-in for electron has no ${name}.${key}`);
    },
  });
}

/** What the product has asked of Electron. */
export const seen = {
  schemes: [] as CustomScheme[],
  schemesBeforeWindow: false,
  windows: [] as { options: BrowserWindowConstructorOptions; urls: string[] }[],
  request: undefined as unknown,
  check: undefined as unknown,
  protocol: '',
  serve: undefined as unknown,
  call: undefined as unknown,
  created: undefined as unknown,
  beforeQuit: undefined as unknown,
  quits: 0,
  events: [] as string[],
  exposed: {} as Record<string, unknown>,
  sent: [] as unknown[][],
};

export class BrowserWindow extends EventEmitter {
  private readonly record: { options: BrowserWindowConstructorOptions; urls: string[] };
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.record = { options, urls: [] };
    seen.windows.push(this.record);
  }
  async loadURL(url: string): Promise<void> {
    this.record.urls.push(url);
  }
}

export const app = strict('app', {
  whenReady: async () => undefined,
  requestSingleInstanceLock: () => true,
  on(event: string, listener: unknown) {
    seen.events.push(event);
    if (event === 'web-contents-created') seen.created = listener;
    if (event === 'before-quit') seen.beforeQuit = listener;
  },
  quit: () => {
    seen.quits += 1;
  },
  exit: (code: number) => {
    throw new Error(`exited with ${code}`);
  },
  getAppPath: () => join(import.meta.dirname, '../..'),
  getVersion: () => '9.9.9',
});

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: CustomScheme[]) => {
    seen.schemesBeforeWindow = seen.windows.length === 0;
    seen.schemes = schemes;
  },
  handle: (scheme: string, handler: unknown) => {
    seen.protocol = scheme;
    seen.serve = handler;
  },
});

export const session = strict('session', {
  defaultSession: strict('defaultSession', {
    setPermissionRequestHandler: (handler: unknown) => {
      seen.request = handler;
    },
    setPermissionCheckHandler: (handler: unknown) => {
      seen.check = handler;
    },
  }),
});

export const ipcMain = strict('ipcMain', {
  handle: (_channel: string, handler: unknown) => {
    seen.call = handler;
  },
});

export const ipcRenderer = strict('ipcRenderer', {
  invoke: async (...message: unknown[]) => {
    seen.sent.push(message);
    return { ok: true, output: {} };
  },
  on: () => undefined,
  off: () => undefined,
});

export const contextBridge = strict('contextBridge', {
  exposeInMainWorld: (key: string, bridge: unknown) => {
    seen.exposed[key] = bridge;
  },
});

export const Menu = strict('Menu', { buildFromTemplate: () => ({}), setApplicationMenu: () => undefined });
export const shell = strict('shell', {});

export const safeStorage = strict('safeStorage', {
  encryptStringAsync: async (text: string) => Buffer.from(`sealed:${text}`),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: bytes.toString().replace('sealed:', ''),
    shouldReEncrypt: false,
  }),
});
