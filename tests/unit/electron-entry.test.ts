import { EventEmitter } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  IpcMainInvokeEvent,
  PermissionCheckHandlerHandlerDetails,
  PermissionRequest,
  Session,
  WebContents,
} from 'electron';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { HostBridge } from '../../shared/contract/bridge.ts';
import { seen } from '../support/electron-stand-in.ts';
import { newDataFolder } from '../support/host.ts';

type PermissionHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;

vi.mock('electron', () => import('../support/electron-stand-in.ts'));

beforeAll(async () => {
  process.env.JIDI_DATA_FOLDER = await newDataFolder();
  await import('../../electron/main.ts');
  await vi.waitFor(() => expect(seen.windows).toHaveLength(1));
});

describe('main follows the security checklist from the first day', () => {
  test('the window is sandboxed, isolated and without Node', () => {
    const [window] = seen.windows;
    expect(window?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(window?.urls).toEqual(['app://base/']);
  });

  test('the scheme is registered before the app is ready, standard and secure', () => {
    expect(seen.schemesBeforeWindow).toBe(true);
    expect(seen.protocol).toBe('app');
    expect(seen.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
      },
    ]);
  });

  test.each([
    ['persistent-storage', 'app://base/', true],
    ['persistent-storage', 'https://evil.example/', false],
    ['persistent-storage', 'app://base.evil/', false],
    ['fullscreen', 'app://base/', true],
    ['fullscreen', 'https://evil.example/', false],
    ['media', 'app://base/', false],
    ['notifications', 'app://base/', false],
    ['openExternal', 'app://base/', false],
  ])('permission %s asked by %s is granted: %s', (permission, requestingUrl, granted) => {
    const answer = vi.fn();
    const request = seen.request as PermissionHandler;
    request({} as WebContents, permission as never, answer, { requestingUrl } as PermissionRequest);
    expect(answer).toHaveBeenCalledExactlyOnceWith(granted);
    const check = seen.check as CheckHandler;
    const origin = requestingUrl.replace(/\/$/, '');
    expect(check(null, permission as never, origin, {} as PermissionCheckHandlerHandlerDetails)).toBe(
      granted,
    );
  });

  test('no contents leave our origin, open a window or attach a webview', () => {
    let openHandler: ((details: { url: string }) => { action: string }) | undefined;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof openHandler) => {
        openHandler = handler;
      },
    });
    (seen.created as (event: unknown, contents: unknown) => void)({}, contents);
    const blocked = (event: string, url: string) => {
      const preventDefault = vi.fn();
      contents.emit(event, { url, preventDefault });
      return preventDefault.mock.calls.length > 0;
    };
    expect(blocked('will-navigate', 'https://evil.example/')).toBe(true);
    expect(blocked('will-navigate', 'app://base.evil/')).toBe(true);
    expect(blocked('will-navigate', 'file:///etc/passwd')).toBe(true);
    expect(blocked('will-navigate', 'app://base/learners')).toBe(false);
    expect(blocked('will-frame-navigate', 'https://evil.example/')).toBe(true);
    expect(blocked('will-attach-webview', 'app://base/')).toBe(true);
    expect(openHandler?.({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  });

  test('pages come with a policy that allows no inline script, and only from our own host', async () => {
    const serve = seen.serve as (request: Request) => Promise<Response>;
    const page = await serve(new Request('app://base/learners'));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>继续教育基地</title>');
    expect((await serve(new Request('app://base/missing.js'))).status).toBe(404);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect((await serve(new Request('app://elsewhere/'))).status).toBe(403);
    expect((await serve(new Request('app://base/', { method: 'POST' }))).status).toBe(403);
    expect((await serve(new Request('app://base/..%2f..%2fetc/passwd.txt'))).status).toBe(404);
  });

  test('calls reach the services; strangers get a refusal', async () => {
    const call = seen.call as (event: IpcMainInvokeEvent, ...input: unknown[]) => Promise<unknown>;
    const from = (url: string) =>
      ({
        senderFrame: { url, parent: null },
        sender: { isDestroyed: () => false, send: () => undefined },
      }) as unknown as IpcMainInvokeEvent;
    expect(await call(from('app://base/'), 'app.describe', {})).toMatchObject({
      ok: true,
      output: { host: 'electron', version: '9.9.9' },
    });
    expect(await call(from('https://evil.example/'), 'app.describe', {})).toMatchObject({ ok: false });
  });

  test('passwords are sealed by the system’s keyring too, and quitting waits for the backup', async () => {
    const call = seen.call as (event: IpcMainInvokeEvent, ...input: unknown[]) => Promise<unknown>;
    const own = {
      senderFrame: { url: 'app://base/', parent: null },
      sender: { isDestroyed: () => false, send: () => undefined },
    } as unknown as IpcMainInvokeEvent;
    const folder = process.env.JIDI_DATA_FOLDER ?? '';
    const person = { id: '019ab000-0000-7000-8000-000000000001', name: '周老师' };
    await call(own, 'keys.found', { person, password: 'correct horse' });
    const keys = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8')) as {
      accounts: { inKeyring: boolean; lock: { wrapped: string } }[];
    };
    expect(keys.accounts[0]?.inKeyring).toBe(true);
    expect(Buffer.from(keys.accounts[0]?.lock.wrapped ?? '', 'base64').toString()).toMatch(/^sealed:/);
    const entry = {
      sequence: 1,
      id: person.id,
      at: '2026-11-24T04:00:00.000Z',
      actor: { name: '周老师', roles: ['administrator'] },
      command: 'foundAdministrator',
      event: 'administratorFounded',
      changes: [],
    };
    await call(own, 'journal.append', { entries: [entry] });
    const preventDefault = vi.fn();
    const beforeQuit = seen.beforeQuit as (event: { preventDefault(): void }) => void;
    beforeQuit({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(seen.quits).toBe(1));
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
    beforeQuit({ preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('a second start is handed to the first', () => {
    expect(seen.events).toEqual(expect.arrayContaining(['second-instance', 'window-all-closed']));
  });
});

test('preload exposes the transport and nothing else', async () => {
  await import('../../electron/preload.ts');
  expect(Object.keys(seen.exposed)).toEqual(['hostBridge']);
  const bridge = seen.exposed.hostBridge as HostBridge;
  expect(Object.keys(bridge).sort()).toEqual(['call', 'onEvent']);
  await bridge.call('app.describe', { a: 1 });
  expect(seen.sent).toEqual([['host:call', 'app.describe', { a: 1 }]]);
  expect(typeof bridge.onEvent(() => undefined)).toBe('function');
});
