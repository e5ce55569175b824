import { IconFilePlus } from '@tabler/icons-react';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/outside-hours/commands.ts';
import { due } from './due.ts';

export const outsideHours: Capability = {
  label: '外部学时',
  roles: whoServes,
  navigation: { path: '/outside-hours', group: 'people', place: 3, icon: IconFilePlus },
  pages: [
    pageAt('/outside-hours', async () => (await import('./outside-hours-page.tsx')).OutsideHoursPage),
    pageAt('/outside-hours/import', async () => (await import('./import-page.tsx')).OutsideImportPage),
  ],
  due,
  commands,
};
