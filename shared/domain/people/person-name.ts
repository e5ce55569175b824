import { z } from 'zod';

const han = '\\p{Script=Han}〇';
const dotBetweenHan = new RegExp(`(?<=[${han}])[ \\t\\u3000]*[·•・‧⋅･．.][ \\t\\u3000]*(?=[${han}])`, 'gu');
const spaceBetweenHan = new RegExp(`(?<=[${han}])[ \\t\\u00a0\\u3000]+(?=[${han}])`, 'gu');
const invisible = /[\u200b\u200c\u2060\ufeff]/g;
// Not \s or trim(): both would eat U+202F, which joins a suffix to its word in Mongolian.
const edges = /^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g;

/**
 * A name as it is stored: trimmed, without spaces inside a Chinese name, with one middle dot `·`
 * between the parts of a Mongolian name written in Chinese. Latin names keep their spaces and
 * U+202F stays.
 */
export function normalizeName(text: string): string {
  return text
    .replace(invisible, '')
    .replace(edges, '')
    .replace(dotBetweenHan, '·')
    .replace(spaceBetweenHan, '');
}

export const personName = z
  .string()
  .transform(normalizeName)
  .pipe(z.string().min(1, '姓名为空').max(60, '姓名超过 60 个字'));
