import { z } from 'zod';

/**
 * Traditional Mongolian: its own letters and signs (U+1800–18AF), joiners, and spaces; U+202F ties a suffix to
 * its word. It is not trimmed, since trimming eats U+202F.
 */
export const mongolianText = z
  .string()
  .max(200, '蒙古文最多 200 个字符')
  .refine(
    (text) =>
      [...text].every((character) => {
        const point = character.codePointAt(0) ?? 0;
        return (point >= 0x1800 && point <= 0x18af) || [0x20, 0x0a, 0x202f, 0x200c, 0x200d].includes(point);
      }),
    '请用传统蒙古文输入',
  );
