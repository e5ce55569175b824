import type { HostBridge } from '../../shared/contract/bridge.ts';
import { LoopbackBridge } from './loopback-bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script, in Electron only. */
    hostBridge?: HostBridge;
  }
}

/** The transport of the host this page runs in. */
export function chooseTransport(): HostBridge {
  return window.hostBridge ?? new LoopbackBridge(`ws://${window.location.host}/host`);
}
