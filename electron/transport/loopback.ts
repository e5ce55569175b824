import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Dispatch } from '../../shared/contract/dispatch.ts';
import type { HostEvent } from '../../shared/contract/host.ts';
import { packWire, unpackWire, wireLimit } from '../../shared/contract/wire.ts';
import type { PageServer } from '../services/pages/page-server.ts';

const cookieName = 'host-token';

export interface Loopback {
  port: number;
  /** Opens the app once: it carries the token, which moves into a cookie. */
  entryUrl: string;
  close(): Promise<void>;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

class LoopbackServer {
  private readonly token = randomBytes(32).toString('base64url');
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: wireLimit.bytes,
    perMessageDeflate: false,
  });

  constructor(
    private readonly dispatch: Dispatch,
    private readonly pages: PageServer,
  ) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((thrown: unknown) => {
        console.error(thrown);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    });
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  async listen(port: number): Promise<Loopback> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    const address = this.server.address() as AddressInfo;
    return {
      port: address.port,
      entryUrl: `http://127.0.0.1:${address.port}/?token=${this.token}`,
      close: async () => {
        for (const socket of this.sockets.clients) socket.terminate();
        await new Promise((resolve) => {
          this.server.close(resolve);
          this.server.closeAllConnections();
        });
      },
    };
  }

  private get authority(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private hasToken(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    const value = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
    return value !== undefined && sameText(value, this.token);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number) => response.writeHead(status).end();
    // A page elsewhere can name 127.0.0.1 by a host of its own (DNS rebinding): the Host must be ours.
    if (request.headers.host !== this.authority) return void refuse(403);
    const url = new URL(request.url ?? '/', `http://${this.authority}`);
    const entry = url.searchParams.get('token');
    if (entry !== null && url.pathname === '/') {
      if (!sameText(entry, this.token)) return void refuse(401);
      const cookie = `${cookieName}=${this.token}; Path=/; HttpOnly; SameSite=Strict`;
      return void response.writeHead(303, { location: '/', 'set-cookie': cookie }).end();
    }
    if (!this.hasToken(request)) return void refuse(401);
    if (request.method !== 'GET') return void refuse(405);
    const page = await this.pages.serve(url.pathname);
    response.writeHead(page.status, page.headers).end(page.body);
  }

  /** Calls and events go through one socket, for which a page is asked more than for reading. */
  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    if (request.headers.host !== this.authority || request.headers.origin !== `http://${this.authority}`) {
      return void refuse('403 Forbidden');
    }
    if (!this.hasToken(request)) return void refuse('401 Unauthorized');
    if (request.url !== '/host') return void refuse('404 Not Found');
    this.sockets.handleUpgrade(request, socket, head, (opened) => this.serve(opened));
  }

  private serve(socket: WebSocket): void {
    const send = (message: object) => {
      if (socket.readyState === socket.OPEN) socket.send(packWire(message));
    };
    const report = (event: HostEvent) => send({ event });
    const answer = async (data: RawData) => {
      const { id, method, input } = unpackWire(new Uint8Array(data as Buffer)) as Record<string, unknown>;
      send({ id, reply: await this.dispatch(String(method), input, { report }) });
    };
    // A message that is too large closes this socket; the host and its data go on.
    socket.on('error', (error) => console.error(error.message));
    socket.on('message', (data) => {
      answer(data).catch((thrown: unknown) => {
        console.error(thrown);
        socket.close();
      });
    });
  }
}

/**
 * Serves page and dispatcher on 127.0.0.1 only. Every request needs the random token of this run
 * and our own Host; calls need our own Origin.
 * @param port the page's origin, and with it its database, hangs on it; 0 takes any free one
 * @throws Error EADDRINUSE where the port is taken
 */
export function serveLoopback(dispatch: Dispatch, pages: PageServer, port: number): Promise<Loopback> {
  return new LoopbackServer(dispatch, pages).listen(port);
}
