import { EventEmitter, once } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { drawnByFirst, sampleCertificates } from '../../bench/certificates/sample.ts';
import { ProducedFiles } from '../../electron/services/files/produced-files.ts';
import { PageServer } from '../../electron/services/pages/page-server.ts';
import { callChannel, eventChannel } from '../../electron/transport/channels.ts';
import { serveIpc } from '../../electron/transport/ipc.ts';
import { type Loopback, serveLoopback } from '../../electron/transport/loopback.ts';
import { createDispatch, type Dispatch } from '../../shared/contract/dispatch.ts';
import type { Handlers, HostEvent } from '../../shared/contract/host.ts';
import { packWire, unpackWire, wireLimit } from '../../shared/contract/wire.ts';
import { refusal } from '../../shared/refusals/index.ts';
import { rejectingHandlers } from '../support/handlers.ts';

const jobId = '01931234-0000-7000-8000-000000000000';

function handlers(): Handlers {
  const unused = rejectingHandlers('disk on fire');
  const cancels = new Map<string, () => void>();
  return {
    ...unused,
    sheets: { ...unused.sheets, read: () => Promise.reject(refusal('fileDamaged', { name: '名册.xlsx' })) },
    certificates: {
      ...unused.certificates,
      // Long work: reports where it is and goes on until it is cancelled.
      print: (job, { report }) => {
        report({ type: 'progress', jobId: job.jobId, done: 1, total: 2 });
        return new Promise((_, reject) => cancels.set(job.jobId, () => reject(refusal('cancelled'))));
      },
    },
    jobs: {
      cancel: async ({ jobId: id }) => {
        cancels.get(id)?.();
        return {};
      },
    },
  };
}

const real = createDispatch(handlers());
/** The real dispatcher, and beside it an echo of whatever a wire can carry. */
const dispatch: Dispatch = async (method, input, context) =>
  method === 'echo' ? { ok: true, output: input } : real(method, input, context);

interface Wire {
  call(method: string, input: unknown): Promise<unknown>;
  events: HostEvent[];
  close(): Promise<void>;
}

type Listener = (event: IpcMainInvokeEvent, ...input: unknown[]) => Promise<unknown>;

function ipcHandler(): Listener {
  let listener: Listener | undefined;
  const ipcMain: Pick<IpcMain, 'handle'> = {
    handle: (channel, handler) => {
      expect(channel).toBe(callChannel);
      listener = handler;
    },
  };
  serveIpc(ipcMain, dispatch, 'app://base');
  return listener!;
}

/** An IPC event from a frame; what crosses is structured-cloned, as Electron does. */
function ipcEvent(url: string, events: HostEvent[], parent: unknown = null): IpcMainInvokeEvent {
  return {
    senderFrame: { url, parent },
    sender: {
      isDestroyed: () => false,
      send: (channel: string, event: HostEvent) => {
        expect(channel).toBe(eventChannel);
        events.push(event);
      },
    },
  } as unknown as IpcMainInvokeEvent;
}

async function openIpc(): Promise<Wire> {
  const handler = ipcHandler();
  const events: HostEvent[] = [];
  return {
    events,
    call: async (method, input) =>
      structuredClone(await handler(ipcEvent('app://base/', events), method, structuredClone(input))),
    close: async () => undefined,
  };
}

const pages = () =>
  new PageServer(
    '/nowhere',
    new ProducedFiles('/nowhere'),
    { read: () => Promise.reject(new Error('none')) },
    { read: () => Promise.reject(new Error('none')), thumbnail: async () => null },
  );

async function signIn(loopback: Loopback): Promise<Record<string, string>> {
  const entry = await fetch(loopback.entryUrl, { redirect: 'manual' });
  return {
    cookie: entry.headers.get('set-cookie')?.split(';')[0] ?? '',
    origin: `http://127.0.0.1:${loopback.port}`,
  };
}

async function openLoopback(): Promise<Wire> {
  const loopback = await serveLoopback(dispatch, pages(), 0);
  const headers = await signIn(loopback);
  const events: HostEvent[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/host`, { headers });
  await once(socket, 'open');
  const waiting = new Map<number, (reply: unknown) => void>();
  socket.on('message', (data: Buffer) => {
    const message = unpackWire(new Uint8Array(data)) as { id: number; reply: unknown; event?: HostEvent };
    if (message.event) events.push(message.event);
    else waiting.get(message.id)?.(message.reply);
  });
  let id = 0;
  return {
    events,
    call: (method, input) => {
      id += 1;
      socket.send(packWire({ id, method, input }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    close: loopback.close,
  };
}

describe.each([
  ['ipc', openIpc],
  ['loopback', openLoopback],
])('%s', (_, open) => {
  let wire: Wire;
  beforeAll(async () => {
    wire = await open();
  });
  afterAll(() => wire.close());

  test('carries plain data, bytes and dates both ways', async () => {
    const input = { text: '王㛃', none: null, list: [1, 2.5], bytes: Uint8Array.of(0, 255), at: new Date(0) };
    expect(await wire.call('echo', input)).toEqual({ ok: true, output: input });
  });

  test('carries a payload of 20 MB unchanged', async () => {
    const bytes = new Uint8Array(20 * 1024 * 1024).map((_, index) => index % 251);
    const reply = z
      .object({ output: z.object({ bytes: z.instanceof(Uint8Array) }) })
      .parse(await wire.call('echo', { bytes }));
    expect(Buffer.compare(reply.output.bytes, bytes)).toBe(0);
  });

  test('carries a refusal as code and data', async () => {
    expect(await wire.call('sheets.read', { jobId, name: '', bytes: new Uint8Array() })).toEqual({
      ok: false,
      refusal: { code: 'fileDamaged', data: { name: '名册.xlsx' } },
    });
  });

  test('carries an unforeseen error as a refusal, never as an exception', async () => {
    expect(await wire.call('app.describe', {})).toMatchObject({ ok: false, refusal: { code: 'internal' } });
  });

  test('answers an unknown method and bad input with a refusal', async () => {
    expect(await wire.call('files.erase', {})).toMatchObject({ ok: false, refusal: { code: 'notFound' } });
    expect(await wire.call('files.open', { fileId: 5 })).toMatchObject({
      ok: false,
      refusal: { code: 'badInput' },
    });
  });

  test('carries progress while work runs, and stops it when it is cancelled', async () => {
    const certificates = sampleCertificates(1);
    const job = { jobId, name: '证书', separate: false, certificates, designs: drawnByFirst.designs };
    const working = wire.call('certificates.print', job);
    await expect.poll(() => wire.events).toEqual([{ type: 'progress', jobId, done: 1, total: 2 }]);
    expect(await wire.call('jobs.cancel', { jobId })).toEqual({ ok: true, output: {} });
    expect(await working).toEqual({ ok: false, refusal: { code: 'cancelled' } });
  });
});

describe('strangers', () => {
  test.each([
    ['another origin', 'https://evil.example/', null],
    ['a frame inside our page', 'app://base/files/x', {}],
    ['a look-alike origin', 'app://base.evil/', null],
  ])('over IPC, %s gets a refusal', async (_, url, parent) => {
    expect(await ipcHandler()(ipcEvent(url, [], parent), 'echo', {})).toMatchObject({
      ok: false,
      refusal: { code: 'notAllowed' },
    });
  });

  test('over loopback, a message that is too large ends its socket and nothing else', async () => {
    const loopback = await serveLoopback(dispatch, pages(), 0);
    const headers = await signIn(loopback);
    const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/host`, { headers });
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send(Buffer.alloc(wireLimit.bytes + 1));
    expect(await closed).toBe(1009);
    expect((await fetch(`http://127.0.0.1:${loopback.port}/`, { headers })).status).toBe(404);
    await loopback.close();
  });

  test('over loopback, each of token, Host and Origin is asked for', async () => {
    const loopback = await serveLoopback(dispatch, pages(), 0);
    const good = await signIn(loopback);
    const status = (headers: Record<string, string>, path = '/host') =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}${path}`, { headers });
        socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode ?? 0));
        socket.on('open', () => resolve(101));
        socket.on('error', () => undefined);
      });
    expect(await status(good)).toBe(101);
    expect(await status(good, '/elsewhere')).toBe(404);
    expect(await status({ origin: good.origin! })).toBe(401);
    expect(await status({ ...good, cookie: 'host-token=guess' })).toBe(401);
    expect(await status({ ...good, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ ...good, host: 'base.evil' })).toBe(403);
    expect(await status({ cookie: good.cookie! })).toBe(403);
    expect((await fetch(`http://127.0.0.1:${loopback.port}/`)).status).toBe(401);
    expect((await fetch(`http://127.0.0.1:${loopback.port}/?token=guess`)).status).toBe(401);
    expect((await fetch(`http://localhost:${loopback.port}/`, { headers: good })).status).toBe(403);
    await loopback.close();
  });
});

test('an EventEmitter is no stand-in for a frame: senders without one are strangers', async () => {
  const event = { senderFrame: null, sender: new EventEmitter() } as unknown as IpcMainInvokeEvent;
  expect(await ipcHandler()(event, 'echo', {})).toMatchObject({ ok: false });
});
