import { z } from 'zod';

const name = z.string().min(1).max(120);

export const fontsContract = {
  /** Fonts that the base added for rare characters, asked in this order, before those of the system. */
  list: { input: z.object({}), output: z.object({ own: z.array(name), system: z.array(name) }) },
  /** Keeps a font; printing uses it at once. @throws Refusal fontUnreadable */
  add: {
    input: z.object({ name, bytes: z.instanceof(Uint8Array) }),
    output: z.object({ characters: z.number().int() }),
  },
  remove: { input: z.object({ name }), output: z.object({}) },
} as const;
