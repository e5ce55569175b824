import { IconCalendar, IconCalendarWeek } from '@tabler/icons-react';
import { everybody } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';

export const timetable: Capability = {
  label: '课表',
  roles: everybody,
  navigation: { path: '/timetable', group: 'teaching', place: 4, icon: IconCalendarWeek },
  pages: [pageAt('/timetable', async () => (await import('./timetable-page.tsx')).TimetablePage)],
  classTab: {
    value: 'timetable',
    label: '课程表与点名',
    icon: IconCalendar,
    place: 1,
    roles: everybody,
    atClassroom: true,
    panel: lazyPart(async () => (await import('./timetable-tab.tsx')).TimetableTab),
  },
};
