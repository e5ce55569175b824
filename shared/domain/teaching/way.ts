import { z } from 'zod';

/** The nine ways of 第12条 by their number; hours earned in them are professional hours. */
const ways = {
  1: '培训班、研修班',
  2: '进修培训',
  3: '业务考察、实践活动',
  4: '出国（境）进修、考察、培训',
  5: '学历教育、攻读学位',
  6: '远程教育',
  7: '学术会议、讲座、访问',
  8: '单位组织的有考核的学习',
  9: '其他方式',
} as const;

export type Way = keyof typeof ways;
export const wayNumbers = Object.keys(ways).map(Number) as Way[];
export const way = z.union([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => z.literal(number as Way)));

const numerals = '一二三四五六七八九';

/** `（三）业务考察、实践活动`, as 第12条 numbers it. */
export function describeWay(number: Way): string {
  return `（${numerals.charAt(number - 1)}）${ways[number]}`;
}

/** Reads `三`, `（三）`, `3` or a name of a way from a sheet; null where it is none. */
export function readWay(text: string): Way | null {
  const tidy = text.normalize('NFKC').replace(/[\s()第项、.]/g, '');
  if (tidy === '') return null;
  const numeral = numerals.indexOf(tidy.charAt(0)) + 1 || Number(/^\d+/.exec(tidy)?.[0] ?? 0);
  if (numeral > 0) return wayNumbers.find((number) => number === numeral) ?? null;
  const named = wayNumbers.filter((number) =>
    ways[number]
      .normalize('NFKC')
      .replace(/[\s()]/g, '')
      .split(/[、,]/)
      .some((part) => part.includes(tidy) || tidy.includes(part)),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}
