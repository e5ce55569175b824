import type { HostBridge } from '../../shared/contract/bridge.ts';
import { packWire, unpackWire } from '../../shared/contract/wire.ts';
import { refusal } from '../../shared/domain/refusal.ts';

declare global {
  interface Window {
    /** Put there by the preload script, in Electron only. */
    hostBridge?: HostBridge;
  }
}

/** The browser host over loopback: calls by POST, events by server-sent events. */
function loopbackBridge(): HostBridge {
  return {
    async call(method, input) {
      const body = new Uint8Array(packWire({ method, input }));
      const response = await fetch('/host/call', { method: 'POST', body }).catch(() => null);
      if (!response?.ok) throw refusal('hostUnreachable');
      return unpackWire(new Uint8Array(await response.arrayBuffer()));
    },
    onEvent(listener) {
      const source = new EventSource('/host/events');
      source.onmessage = (message: MessageEvent<string>) => listener(JSON.parse(message.data));
      return () => source.close();
    },
  };
}

/** The transport of the host this page runs in. */
export function chooseTransport(): HostBridge {
  return window.hostBridge ?? loopbackBridge();
}
