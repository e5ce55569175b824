import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { HostBridge } from '../shared/contract/bridge.ts';
import { callChannel, eventChannel } from './transport/channels.ts';

const bridge: HostBridge = {
  call: (method, input) => ipcRenderer.invoke(callChannel, method, input),
  onEvent: (listener) => {
    const forward = (_: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => {
      ipcRenderer.off(eventChannel, forward);
    };
  },
};

contextBridge.exposeInMainWorld('hostBridge', bridge);
