export { BackupsPage } from './backups-page.tsx';
export { useDailyBackup } from './daily-backup.ts';
export { RestoreFromFile } from './restore-from-file.tsx';
