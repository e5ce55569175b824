import { IconSun } from '@tabler/icons-react';
import { everybody } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';

export const today: Capability = {
  label: '今日',
  roles: everybody,
  navigation: { path: '/', group: 'today', place: 1, icon: IconSun, atClassroom: true },
  pages: [pageAt('/', async () => (await import('./today-page.tsx')).TodayPage)],
};
