import { IconWriting } from '@tabler/icons-react';
import { everybody } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart } from '../../components/lazy-part.tsx';
import * as commands from '../../records/assessments/commands.ts';

export const assessments: Capability = {
  label: '成绩',
  roles: everybody,
  navigation: null,
  classTab: {
    value: 'assessment',
    label: '成绩',
    icon: IconWriting,
    place: 3,
    roles: everybody,
    panel: lazyPart(async () => (await import('./assessment-tab.tsx')).AssessmentTab),
  },
  commands,
};
