import { IconSchool } from '@tabler/icons-react';
import { everybody } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/classes/commands.ts';
import { search } from './search.ts';

export const classes: Capability = {
  label: '培训班',
  roles: everybody,
  navigation: { path: '/classes', group: 'teaching', place: 3, icon: IconSchool },
  pages: [
    pageAt('/classes', async () => (await import('./classes-page.tsx')).ClassesPage),
    pageAt('/classes/:classId/:tab?', async () => (await import('./class-page.tsx')).ClassPage),
  ],
  search,
  commands,
};
