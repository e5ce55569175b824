import { IconBuilding } from '@tabler/icons-react';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/employers/commands.ts';
import { search } from './search.ts';

export const employers: Capability = {
  label: '单位',
  roles: whoServes,
  navigation: { path: '/employers', group: 'people', place: 2, icon: IconBuilding },
  pages: [
    pageAt('/employers', async () => (await import('./employers-page.tsx')).EmployersPage),
    pageAt('/employers/:employerId', async () => (await import('./employer-year-page.tsx')).EmployerYearPage),
  ],
  search,
  commands,
};
