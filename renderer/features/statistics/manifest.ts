import { IconChartBar } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/statistics/commands.ts';
import { due } from './due.ts';

export const statistics: Capability = {
  label: '统计上报',
  roles: administratorOnly,
  navigation: { path: '/statistics', group: 'filing', place: 2, icon: IconChartBar },
  pages: [pageAt('/statistics', async () => (await import('./statistics-page.tsx')).StatisticsPage)],
  due,
  commands,
};
