import { attachmentCommands } from './attachment-commands.ts';
import { filingCommands } from './filing-commands.ts';
import { shelfCommands } from './shelf-commands.ts';

export { ArchiveTab } from './archive-tab.tsx';
export { classesToFile } from './queries.ts';
export { ShelfPage } from './shelf-page.tsx';

export const archiveCommands = [...attachmentCommands, ...filingCommands, ...shelfCommands];
