import { z } from 'zod';
import { refusal } from '../../refusals/index.ts';

const serialToken = /\{序号:(\d)\}/;

/** The pattern of the numbers of a kind of paper: tokens `{代码}`, `{年份}` and exactly one `{序号:N}`. */
export const numberPattern = z
  .string()
  .trim()
  .max(60)
  .refine(
    (pattern) => pattern.match(/\{序号:[3-9]\}/g)?.length === 1,
    '编号规则须含一个 {序号:N}，N 为 3–9 位',
  )
  .refine(
    (pattern) => !/[{}]/.test(pattern.replace(/\{(代码|年份|序号:[3-9])\}/g, '')),
    '编号规则只认 {代码}、{年份}、{序号:N} 三种占位',
  );

export interface Numbering {
  pattern: string;
  baseCode: string;
  /** Civil year of issue. */
  year: number;
}

function withoutSerial({ pattern, baseCode, year }: Numbering): string {
  return pattern.replaceAll('{代码}', baseCode).replaceAll('{年份}', String(year));
}

/** The series a serial is counted in: two numbers of one series differ only by their serial. */
export function seriesOf(numbering: Numbering): string {
  return withoutSerial(numbering).replace(serialToken, '#');
}

/**
 * The number of a paper with this serial.
 * @throws Refusal serialExhausted where the serial needs more digits than the pattern gives: it would not sort
 */
export function paperNumber(numbering: Numbering, serial: number): string {
  return withoutSerial(numbering).replace(serialToken, (_, digits: string) => {
    const text = String(serial).padStart(Number(digits), '0');
    if (text.length > Number(digits)) throw refusal('serialExhausted', { pattern: numbering.pattern });
    return text;
  });
}
