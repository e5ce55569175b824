import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of fonts that the base adds. */
export function fontHandlers({ fallbackFonts, printer }: Services): Handlers['fonts'] {
  const printWithAll = async () => printer.setFallbacks(await fallbackFonts.paths());
  return {
    list: () => fallbackFonts.list(),
    add: async ({ name, bytes }) => {
      const characters = await fallbackFonts.add(name, bytes, async (content) => {
        const seen = await printer.run(randomUUID(), { kind: 'inspectFont', bytes: content });
        return 'characters' in seen ? seen.characters : 0;
      });
      await printWithAll();
      return { characters };
    },
    remove: async ({ name }) => {
      await fallbackFonts.remove(name);
      await printWithAll();
      return {};
    },
  };
}
