import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of the journal file. */
export function journalHandlers({ journal }: Services): Handlers['journal'] {
  return {
    head: () => journal.readHead(),
    append: ({ entries }) => journal.append(entries),
    read: async ({ from, limit }) => ({ entries: await journal.read(from, limit) }),
    verify: () => journal.verify(),
    beginAnew: async () => {
      await journal.beginAnew();
      return {};
    },
  };
}
