import { IconLock } from '@tabler/icons-react';
import { everybody } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import * as commands from '../../records/closing/commands.ts';

export const closing: Capability = {
  label: '结班',
  roles: everybody,
  navigation: null,
  classTab: {
    value: 'closing',
    label: '结班',
    icon: IconLock,
    place: 6,
    roles: everybody,
    panel: lazyPart(async () => (await import('./closing-tab.tsx')).ClosingTab),
  },
  commands,
};
