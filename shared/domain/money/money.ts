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

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿'];

/** A group of at most four digits in words; a gap between digits is one 零. */
function groupInWords(value: number): string {
  let words = '';
  let isGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      isGap = words !== '';
      continue;
    }
    words += `${isGap ? '零' : ''}${digits[digit]}${places[place]}`;
    isGap = false;
  }
  return words;
}

function yuanInWords(yuan: number): string {
  let words = '';
  let isGap = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (value === 0) {
      isGap = words !== '';
      continue;
    }
    const needsZero = words !== '' && (isGap || value < 1000);
    words += `${needsZero ? '零' : ''}${groupInWords(value)}${groups[group]}`;
    isGap = false;
  }
  return words;
}

/** An amount as receipts state it against forgery: `陆佰元整`, `壹仟零伍元叁角贰分`. */
export function fenInWords(amount: Fen): string {
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const rest = amount % 10;
  if (amount === 0) return '零元整';
  const whole = yuan > 0 ? `${yuanInWords(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return `${whole}整`;
  const tenths = jiao > 0 ? `${digits[jiao]}角` : yuan > 0 ? '零' : '';
  return `${whole}${tenths}${rest > 0 ? `${digits[rest]}分` : '整'}`;
}

/** 分 that may be below 0, as a difference. */
export function formatDifference(amount: number): string {
  return amount < 0 ? `-${formatFen(-amount)}` : formatFen(amount);
}
