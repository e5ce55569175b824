import { IconUserStar } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/trainers/commands.ts';
import { search } from './search.ts';

export const trainers: Capability = {
  label: '师资',
  roles: administratorOnly,
  navigation: { path: '/trainers', group: 'quality', place: 2, icon: IconUserStar },
  pages: [pageAt('/trainers', async () => (await import('./trainers-page.tsx')).TrainersPage)],
  search,
  commands,
};
