import { z } from 'zod';
import type { HostBridge } from '../../shared/contract/bridge.ts';
import { packWire, unpackWire, wireLimit } from '../../shared/contract/wire.ts';
import { refusal } from '../../shared/refusals/index.ts';

const incoming = z.union([
  z.object({ id: z.number(), reply: z.unknown() }),
  z.object({ event: z.unknown() }),
]);

interface Waiting {
  resolve(reply: unknown): void;
  reject(error: Error): void;
}

/**
 * The browser host over one socket: calls, replies and events. A socket that closed is opened again by
 * the next call; what was on its way fails with `hostUnreachable`, what is too large with `fileTooLarge`.
 */
export class LoopbackBridge implements HostBridge {
  private socket: Promise<WebSocket> | null = null;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Set<(event: unknown) => void>();

  constructor(private readonly url: string) {}

  async call(method: string, input: unknown): Promise<unknown> {
    const socket = await this.opened();
    this.lastId += 1;
    const id = this.lastId;
    const message = new Uint8Array(packWire({ id, method, input }));
    if (message.length > wireLimit.bytes)
      throw refusal('fileTooLarge', { name: '文件', limit: wireLimit.text });
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      socket.send(message);
    });
  }

  onEvent(listener: (event: unknown) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private opened(): Promise<WebSocket> {
    this.socket ??= this.open();
    return this.socket;
  }

  private open(): Promise<WebSocket> {
    const socket = new WebSocket(this.url);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (message: MessageEvent<ArrayBuffer>) => this.receive(new Uint8Array(message.data));
    return new Promise((resolve, reject) => {
      socket.onopen = () => resolve(socket);
      socket.onclose = () => {
        this.socket = null;
        for (const { reject: fail } of this.waiting.values()) fail(refusal('hostUnreachable'));
        this.waiting.clear();
        reject(refusal('hostUnreachable'));
      };
    });
  }

  private receive(bytes: Uint8Array): void {
    const message = incoming.parse(unpackWire(bytes));
    if ('event' in message) {
      for (const listener of this.listeners) listener(message.event);
      return;
    }
    this.waiting.get(message.id)?.resolve(message.reply);
    this.waiting.delete(message.id);
  }
}
