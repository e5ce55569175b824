import { z } from 'zod';
import type { HostBridge } from '../../shared/contract/bridge.ts';
import { type Host, type HostEvent, hostEvent, methods } from '../../shared/contract/host.ts';
import { fromRefusalMessage } from '../../shared/refusals/index.ts';

const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: z.unknown() }),
  z.object({ ok: z.literal(false), refusal: z.object({ code: z.string(), data: z.unknown() }) }),
]);

async function call(bridge: HostBridge, name: string, input: unknown): Promise<unknown> {
  const method = methods.get(name);
  if (!method) throw new Error(`the contract has no method ${name}`);
  const answer = reply.parse(await bridge.call(name, input));
  if (!answer.ok) throw fromRefusalMessage({ code: answer.refusal.code, data: answer.refusal.data });
  return method.output.parse(answer.output);
}

/**
 * The host as the contract declares it: `host.certificates.print(input)`.
 * Calls throw the Refusal that the host answered.
 */
export function createHostClient(bridge: HostBridge): Host {
  const area = (name: string) =>
    new Proxy(
      {},
      { get: (_, method) => (input: unknown) => call(bridge, `${name}.${String(method)}`, input) },
    );
  return new Proxy({}, { get: (_, name) => area(String(name)) }) as Host;
}

/** Hears progress events of the host; returns how to stop. */
export function listenToHost(bridge: HostBridge, listener: (event: HostEvent) => void): () => void {
  return bridge.onEvent((event) => {
    const parsed = hostEvent.safeParse(event);
    if (parsed.success) listener(parsed.data);
  });
}
