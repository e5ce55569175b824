import { IconFileCertificate } from '@tabler/icons-react';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/transcripts/commands.ts';
import { search } from './search.ts';

export const transcripts: Capability = {
  label: '学时证明',
  roles: whoServes,
  navigation: { path: '/transcripts', group: 'certificates', place: 2, icon: IconFileCertificate },
  pages: [pageAt('/transcripts', async () => (await import('./transcripts-page.tsx')).TranscriptsPage)],
  search,
  commands,
};
