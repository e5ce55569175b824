import { IconSpeakerphone } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/disclosure/commands.ts';

export const disclosure: Capability = {
  label: '收费公示',
  roles: administratorOnly,
  navigation: { path: '/disclosure', group: 'money', place: 2, icon: IconSpeakerphone },
  pages: [pageAt('/disclosure', async () => (await import('./disclosure-page.tsx')).DisclosurePage)],
  commands,
};
