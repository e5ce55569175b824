import { IconBook2 } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/courses/commands.ts';

export const courses: Capability = {
  label: '课程',
  roles: administratorOnly,
  navigation: { path: '/courses', group: 'teaching', place: 2, icon: IconBook2 },
  pages: [pageAt('/courses', async () => (await import('./courses-page.tsx')).CoursesPage)],
  commands,
};
