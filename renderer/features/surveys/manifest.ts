import { IconClipboardHeart } from '@tabler/icons-react';
import { administratorOnly, everybody, whoTeaches } from '../../../shared/domain/base/actor.ts';
import type { Capability } from '../../components/capability.ts';
import { lazyPart, pageAt } from '../../components/lazy-part.tsx';
import * as commands from '../../records/surveys/commands.ts';
import { due } from './due.ts';
import { search } from './search.ts';

export const surveys: Capability = {
  label: '评估',
  roles: administratorOnly,
  navigation: { path: '/surveys', group: 'quality', place: 1, icon: IconClipboardHeart },
  pages: [
    pageAt('/surveys', async () => (await import('./surveys-page.tsx')).SurveysPage),
    pageAt('/surveys/forms/:surveyId', async () => (await import('./builder-page.tsx')).BuilderPage),
    pageAt('/survey-runs/:runId', async () => (await import('./run-page.tsx')).RunPage, everybody),
    pageAt(
      '/survey-runs/:runId/piles/:pileId',
      async () => (await import('./pile-page.tsx')).PilePage,
      everybody,
    ),
  ],
  classTab: {
    value: 'evaluation',
    label: '评估',
    icon: IconClipboardHeart,
    place: 7,
    roles: whoTeaches,
    panel: lazyPart(async () => (await import('./evaluation-tab.tsx')).EvaluationTab),
  },
  search,
  due,
  commands,
  wholeScreen: lazyPart(async () => (await import('./kiosk.tsx')).Kiosk),
};
