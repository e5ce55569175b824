import { IconPalette } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/designs/commands.ts';

export const designs: Capability = {
  label: '证书样式',
  roles: administratorOnly,
  navigation: { path: '/certificate-designs', group: 'certificates', place: 3, icon: IconPalette },
  pages: [
    pageAt('/certificate-designs', async () => (await import('./designs-page.tsx')).DesignsPage),
    pageAt('/certificate-designs/:designId', async () => (await import('./designer-page.tsx')).DesignerPage),
  ],
  commands,
};
