import { IconUserCog } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/accounts/commands.ts';

export const accounts: Capability = {
  label: '账号',
  roles: administratorOnly,
  navigation: { path: '/accounts', group: 'system', place: 2, icon: IconUserCog, atClassroom: true },
  pages: [pageAt('/accounts', async () => (await import('./accounts-page.tsx')).AccountsPage)],
  commands,
};
