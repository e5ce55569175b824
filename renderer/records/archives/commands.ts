export { attachFiles, moveAttachment, removeAttachment } from './attachment-commands.ts';
export { cancelSupplement, fileClass, fileSupplement, openSupplement } from './filing-commands.ts';
export { lendVolume, placeVolume, receiveVolumes, returnVolume } from './shelf-commands.ts';
