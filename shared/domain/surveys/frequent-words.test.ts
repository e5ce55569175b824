import { expect, test } from 'vitest';
import { groupByWords } from './frequent-words.ts';

test('texts stand under the word that most of them share, in an order that says nothing', () => {
  const texts = ['教室的空调太冷', '空调声音大', '希望增加实操', '实操时间太短', '实操设备少', '午饭很好'];
  const groups = groupByWords(texts);
  expect(groups.map(({ word, texts: own }) => [word, own.length])).toEqual([
    ['实操', 3],
    ['空调', 2],
    [null, 1],
  ]);
  expect(groupByWords([...texts].reverse())).toEqual(groups);
});
