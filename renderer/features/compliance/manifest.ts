import { IconChecklist } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/compliance/commands.ts';
import { due } from './due.ts';

export const compliance: Capability = {
  label: '合规检查',
  roles: administratorOnly,
  navigation: { path: '/compliance', group: 'filing', place: 3, icon: IconChecklist },
  pages: [pageAt('/compliance', async () => (await import('./compliance-page.tsx')).CompliancePage)],
  due,
  commands,
};
