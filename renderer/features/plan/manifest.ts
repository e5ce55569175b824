import { IconCalendarStats } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/plan/commands.ts';
import { due } from './due.ts';

export const plan: Capability = {
  label: '教学计划',
  roles: administratorOnly,
  navigation: { path: '/plan', group: 'teaching', place: 1, icon: IconCalendarStats },
  pages: [pageAt('/plan', async () => (await import('./plan-page.tsx')).PlanPage)],
  due,
  commands,
};
