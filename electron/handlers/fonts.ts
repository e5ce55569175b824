import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';

/** The handlers of fonts that the base adds. */
export function fontsHandlers({ fallbackFonts, printer }: Services): Handlers['fonts'] {
  const printWithAll = async () => {
    const fallbacks = await fallbackFonts.paths();
    printer.renew((fonts) => ({ ...fonts, fallbacks }));
  };
  return {
    list: () => fallbackFonts.list(),
    add: async ({ name, bytes }) => {
      const characters = await fallbackFonts.add(
        name,
        bytes,
        async (content) => (await printer.run('inspectFont', { bytes: content })).characters,
      );
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
