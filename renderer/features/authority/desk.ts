import type { OtherDesk } from '../../components/capability.ts';
import { lazyPart } from '../../components/lazy-part.tsx';

/** Where a labour authority takes what bases send it. */
export const authority: OtherDesk = {
  mode: 'authority',
  screen: lazyPart(async () => (await import('./authority-app.tsx')).AuthorityApp),
};
