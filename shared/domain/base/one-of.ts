import { z } from 'zod';

/** One of the keys of a table of words. @param error in words, where another than zod's own is wanted */
export function oneOf<Words extends Readonly<Record<string, unknown>>>(words: Words, error?: string) {
  // Object.keys forgets which keys there are.
  const keys = Object.keys(words) as (keyof Words & string)[];
  return z.enum(keys, error);
}
