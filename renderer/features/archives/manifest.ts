import { IconArchive } from '@tabler/icons-react';
import { administratorOnly, whoTeaches } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/archives/commands.ts';
import { search } from './search.ts';

export const archives: Capability = {
  label: '档案',
  roles: administratorOnly,
  navigation: { path: '/archives', group: 'filing', place: 1, icon: IconArchive },
  pages: [pageAt('/archives', async () => (await import('./shelf-page.tsx')).ShelfPage)],
  classTab: {
    value: 'archive',
    label: '档案',
    icon: IconArchive,
    place: 8,
    roles: whoTeaches,
    panel: lazyPart(async () => (await import('./archive-tab.tsx')).ArchiveTab),
  },
  search,
  commands,
};
