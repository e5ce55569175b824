import { z } from 'zod';

/** Money as whole 分: never a fraction, never a float on the way. */
export const fen = z.number().int('金额应精确到分').min(0, '金额不能为负').max(100_000_000_00, '金额过大');
export type Fen = z.infer<typeof fen>;

/** Reads `600`, `600.5`, `1,200.00`, `￥600元` as 分; null where it is no amount of at most two decimals. */
export function readFen(text: string): Fen | null {
  const tidy = text.normalize('NFKC').replace(/[\s,¥元]/g, '');
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(tidy);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** 分 as a person writes the amount: `1,200.00`. */
export function formatFen(amount: Fen): string {
  const yuan = Math.floor(amount / 100).toLocaleString('zh-CN');
  return `${yuan}.${String(amount % 100).padStart(2, '0')}`;
}
