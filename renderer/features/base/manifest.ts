import { IconSettings } from '@tabler/icons-react';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';
import * as baseCommands from '../../records/base/commands.ts';
import * as sampleCommands from '../../records/sample/commands.ts';

export const base: Capability = {
  label: '设置',
  roles: administratorOnly,
  navigation: { path: '/settings', group: 'system', place: 1, icon: IconSettings },
  pages: [pageAt('/settings', async () => (await import('./settings-page.tsx')).SettingsPage)],
  commands: { ...baseCommands, ...sampleCommands },
  firstStart: lazyPart(async () => (await import('./set-up-page.tsx')).SetUpPage),
};
