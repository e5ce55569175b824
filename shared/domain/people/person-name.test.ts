import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeName } from './person-name.ts';

describe('normalizeName', () => {
  test.each([
    ['张　三', '张三'],
    ['　吴勇秀 ', '吴勇秀'],
    ['姓　名', '姓名'],
    ['阿拉腾•乌拉', '阿拉腾·乌拉'],
    ['阿拉腾・乌拉', '阿拉腾·乌拉'],
    ['阿拉腾‧乌拉', '阿拉腾·乌拉'],
    ['阿拉腾⋅乌拉', '阿拉腾·乌拉'],
    ['阿拉腾･乌拉', '阿拉腾·乌拉'],
    ['阿拉腾．乌拉', '阿拉腾·乌拉'],
    ['John Smith', 'John Smith'],
    ['J. Smith', 'J. Smith'],
    ['ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ', 'ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ'],
    ['\u200b王㛃', '王㛃'],
  ])('%j is stored as %j', (written, stored) => {
    expect(normalizeName(written)).toBe(stored);
  });

  test('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeName(text);
        expect(normalizeName(once)).toBe(once);
      }),
    );
  });
});
