import { IconHistory } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/history/commands.ts';

export const history: Capability = {
  label: '操作记录',
  roles: administratorOnly,
  navigation: { path: '/history', group: 'system', place: 4, icon: IconHistory, atClassroom: true },
  pages: [pageAt('/history', async () => (await import('./history-page.tsx')).HistoryPage)],
  commands,
};
