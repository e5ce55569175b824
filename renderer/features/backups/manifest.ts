import { IconDatabaseExport } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';

export const backups: Capability = {
  label: '备份',
  roles: administratorOnly,
  navigation: { path: '/backups', group: 'system', place: 3, icon: IconDatabaseExport, atClassroom: true },
  pages: [pageAt('/backups', async () => (await import('./backups-page.tsx')).BackupsPage)],
  beforeAccounts: lazyPart(async () => (await import('./restore-from-file.tsx')).RestoreFromFile),
  inBackground: lazyPart(async () => (await import('./daily-backup.tsx')).DailyBackup),
};
