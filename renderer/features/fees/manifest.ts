import { IconCash } from '@tabler/icons-react';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/fees/commands.ts';
import { search } from './search.ts';

export const fees: Capability = {
  label: '收费',
  roles: whoServes,
  navigation: { path: '/fees', group: 'money', place: 1, icon: IconCash },
  pages: [pageAt('/fees', async () => (await import('./fees-page.tsx')).FeesPage)],
  classTab: {
    value: 'fees',
    label: '收费',
    icon: IconCash,
    place: 4,
    roles: whoServes,
    panel: lazyPart(async () => (await import('./fees-tab.tsx')).FeesTab),
  },
  search,
  commands,
};
