import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { printingFonts } from '../../../../../tests/support/fonts.ts';
import { columnsOf, MongolianFont, missingInMongolian } from './mongolian.ts';

const run = promisify(execFile);
const font = MongolianFont.open(printingFonts.mongolian);

interface ReferenceGlyph {
  g: number;
  dx: number;
  dy: number;
  ax: number;
}

/** The glyphs of a text by HarfBuzz's own program, which shares no code with the module that we ship. */
async function byHarfBuzz(text: string): Promise<ReferenceGlyph[]> {
  const { stdout } = await run('hb-shape', [
    printingFonts.mongolian,
    '--direction=ltr',
    '--script=mong',
    '--language=mn',
    '--no-glyph-names',
    '--output-format=json',
    `--unicodes=${[...text].map((character) => character.codePointAt(0)?.toString(16)).join(',')}`,
  ]);
  return JSON.parse(stdout) as ReferenceGlyph[];
}

describe('words are shaped as HarfBuzz itself shapes them', () => {
  test.each([
    ['a name', 'ᠴᠡᠴᠡᠭ'],
    ['a suffix tied by U+202F', 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ'],
    ['a variant chosen by FVS1', 'ᠭ\u180bᠠ'],
    ['a vowel set apart by U+180E', 'ᠠᠷ\u180eᠠ'],
    ['several words', 'ᠦᠷᠭᠦᠯᠵᠢᠯᠡᠭᠰᠡᠨ ᠰᠤᠷᠭᠠᠨ ᠬᠦᠮᠦᠵᠢᠯ ᠦᠨ ᠦᠨᠡᠮᠯᠡᠯ'],
    ['digits and punctuation', '᠒᠐᠒᠖᠂ ᠰᠠᠷ᠎ᠠ᠃'],
  ])('%s', async (_, text) => {
    const drawn = font.shape(text);
    let at = 0;
    const expected = (await byHarfBuzz(text)).flatMap(({ g, dx, dy, ax }) => {
      const placed = { glyph: g, x: at + dx, y: dy };
      at += ax;
      return font.outlineOf(g) === '' ? [] : [placed];
    });
    expect(drawn.outlines).toEqual(expected);
    expect(drawn.advance).toBe(at);
    expect(drawn.outlines.length).toBeGreaterThan(0);
  });
});

describe('columns', () => {
  test('break between words, never at a suffix tied by U+202F, and never within a word', () => {
    const text = 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠰᠤᠷᠭᠠᠨ';
    const tied = font.shape('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ').advance / font.unitsPerEm;
    expect(columnsOf(font, text, 10, tied * 10 + 0.1)).toEqual(['ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ', 'ᠰᠤᠷᠭᠠᠨ']);
    expect(columnsOf(font, text, 10, tied * 10 - 0.1)).toBeNull();
  });

  test('what the font lacks is named; joiners and variant selectors never are', () => {
    expect(missingInMongolian(font, 'ᠴᠡ\u180b\u202f\u200dᠭ 王')).toEqual(['王']);
  });
});
