import { IconCertificate } from '@tabler/icons-react';
import { everybody, whoServes } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/certificates/commands.ts';
import { search } from './search.ts';

export const certificates: Capability = {
  label: '证书',
  roles: whoServes,
  navigation: { path: '/certificates', group: 'certificates', place: 1, icon: IconCertificate },
  pages: [pageAt('/certificates', async () => (await import('./certificates-page.tsx')).CertificatesPage)],
  classTab: {
    value: 'certificates',
    label: '证书',
    icon: IconCertificate,
    place: 5,
    roles: everybody,
    panel: lazyPart(async () => (await import('./certificates-tab.tsx')).CertificatesTab),
  },
  search,
  commands,
};
