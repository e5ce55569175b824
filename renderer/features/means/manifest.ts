import { IconBuildingWarehouse } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/means/commands.ts';

export const means: Capability = {
  label: '办学条件',
  roles: administratorOnly,
  navigation: { path: '/means', group: 'quality', place: 3, icon: IconBuildingWarehouse },
  pages: [pageAt('/means', async () => (await import('./means-page.tsx')).MeansPage)],
  commands,
};
