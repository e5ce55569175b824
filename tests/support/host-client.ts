import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createHostClient } from '../../renderer/host/client.ts';
import type { HostBridge } from '../../shared/contract/bridge.ts';
import type { Host } from '../../shared/contract/host.ts';
import { packWire, unpackWire } from '../../shared/contract/wire.ts';
import type { RunningHost } from './host.ts';

type Answer = { id: number; reply: unknown } | { event: unknown };

/** The host as a page of its own would reach it, from this process. */
export class HostClient implements HostBridge {
  readonly host: Host = createHostClient(this);
  private lastId = 0;
  private readonly waiting = new Map<number, (reply: unknown) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const answer = unpackWire(new Uint8Array(data)) as Answer;
      if ('event' in answer) return;
      this.waiting.get(answer.id)?.(answer.reply);
      this.waiting.delete(answer.id);
    });
  }

  static async connect({ port, token }: RunningHost): Promise<HostClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/host`, {
      headers: { cookie: `host-token=${token}`, origin: `http://127.0.0.1:${port}` },
    });
    await once(socket, 'open');
    return new HostClient(socket);
  }

  call(method: string, input: unknown): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    this.socket.send(packWire({ id, method, input }));
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  /** Events go to pages alone. */
  onEvent(): () => void {
    return () => undefined;
  }

  close(): void {
    this.socket.close();
  }
}
