import { IconUsers } from '@tabler/icons-react';
import { everybody, whoServes } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/learners/commands.ts';
import { search } from './search.ts';

export const learners: Capability = {
  label: '学员',
  roles: whoServes,
  navigation: { path: '/learners', group: 'people', place: 1, icon: IconUsers },
  pages: [
    pageAt('/learners', async () => (await import('./learners-page.tsx')).LearnersPage),
    pageAt('/learners/import', async () => (await import('./import/roster-import.tsx')).RosterImport),
  ],
  classTab: {
    value: 'members',
    label: '学员',
    icon: IconUsers,
    place: 2,
    roles: everybody,
    panel: lazyPart(async () => (await import('./members-tab.tsx')).MembersTab),
  },
  search,
  commands,
};
