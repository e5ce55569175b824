export { HistoryPage } from './history-page.tsx';
export { RecordHistory } from './record-history.tsx';
export { aboutOf } from './record-names.ts';
export { createUndoEntry, type UndoEntry } from './undo-command.ts';
