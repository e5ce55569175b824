import { describe, expect, test } from 'vitest';
import { blocksOf, desksOf, numberBlocks, readNumberBlocks, writeNumberBlocks } from './number-block.ts';

const blocks = [
  { desk: '总台', from: 1, to: 50_000 },
  { desk: '二号台', from: 50_001, to: 90_000 },
  { desk: '总台', from: 90_001, to: 99_999 },
];

test('what a person types is read, and written the same way', () => {
  expect(readNumberBlocks('总台 1-50000\n\n二号台 50001 至 90000\n总台 90001–99999')).toEqual({
    ok: true,
    blocks,
  });
  expect(readNumberBlocks(writeNumberBlocks(blocks))).toEqual({ ok: true, blocks });
});

describe('what is refused', () => {
  test.each([
    ['总台 1', '第 1 行看不懂，请按“总台 1-50000”的格式填写'],
    ['总台 1-10\n二号台 20-11', '第 2 行看不懂，请按“总台 1-50000”的格式填写'],
    ['总台 1-10\n二号台 10-20', '“总台”和“二号台”的编号段重叠'],
  ])('%s', (text, problem) => {
    expect(readNumberBlocks(text)).toEqual({ ok: false, problem });
  });

  test('blocks that overlap, however they come in', () => {
    expect(numberBlocks.safeParse([...blocks, { desk: '三号台', from: 7, to: 8 }]).success).toBe(false);
  });
});

test('a desk may have several blocks', () => {
  expect(blocksOf(blocks, '总台').map(({ from }) => from)).toEqual([1, 90_001]);
  expect(desksOf(blocks)).toEqual(['总台', '二号台']);
});
