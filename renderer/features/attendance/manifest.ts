import { everybody } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/attendance/commands.ts';

export const attendance: Capability = {
  label: '点名',
  roles: everybody,
  navigation: null,
  pages: [pageAt('/sessions/:sessionId', async () => (await import('./attendance-page.tsx')).AttendancePage)],
  commands,
};
