import { whoTeaches } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import * as commands from '../../records/handovers/commands.ts';
import { due } from './due.ts';

export const handovers: Capability = {
  label: '交出与收回培训班',
  roles: whoTeaches,
  navigation: null,
  due,
  commands,
  classTool: {
    tab: 'timetable',
    tool: lazyPart(async () => (await import('./handover-tools.tsx')).HandoverTools),
  },
  classroomHome: lazyPart(async () => (await import('./classroom-page.tsx')).ClassroomPage),
  otherStart: lazyPart(async () => (await import('./receive-class.tsx')).ReceiveClass),
};
