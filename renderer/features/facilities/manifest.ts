import { IconBuildingWarehouse } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/facilities/commands.ts';

export const facilities: Capability = {
  label: '办学条件',
  roles: administratorOnly,
  navigation: { path: '/facilities', group: 'quality', place: 3, icon: IconBuildingWarehouse },
  pages: [pageAt('/facilities', async () => (await import('./facilities-page.tsx')).FacilitiesPage)],
  commands,
};
