/** The two IPC channels between preload and main. */
export const callChannel = 'host:call';
export const eventChannel = 'host:event';
