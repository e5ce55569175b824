import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Dispatch, Reply } from '../../shared/contract/dispatch.ts';
import type { HostEvent } from '../../shared/contract/host.ts';
import { refusal, toRefusalMessage } from '../../shared/refusals/index.ts';
import { callChannel, eventChannel } from './channels.ts';

/** Whether an IPC message comes from the top frame of a page of our own origin. */
function isOwnFrame(event: Pick<IpcMainInvokeEvent, 'senderFrame'>, origin: string): boolean {
  const frame = event.senderFrame;
  // Not URL.origin: for a scheme of our own it is the text "null", whatever the host.
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}

/**
 * Binds the dispatcher to Electron's IPC. A stranger gets a refusal, never silence.
 * @param origin the only origin whose top frame may call
 */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, dispatch: Dispatch, origin: string): void {
  ipcMain.handle(callChannel, async (event, method: unknown, input: unknown): Promise<Reply> => {
    if (!isOwnFrame(event, origin) || typeof method !== 'string') {
      return {
        ok: false,
        refusal: toRefusalMessage(refusal('notAllowed', { command: '调用主程序', roles: '外部页面' })),
      };
    }
    const sender: WebContents = event.sender;
    const report = (hostEvent: HostEvent) => {
      if (!sender.isDestroyed()) sender.send(eventChannel, hostEvent);
    };
    return dispatch(method, input, { report });
  });
}
