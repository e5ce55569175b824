import { z } from 'zod';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeReading =
  | { ok: true; code: string; organisationCodeValid: boolean }
  | { ok: false; fault: 'length' | 'characters' | 'checkDigit' };

function organisationCodeValid(code: string): boolean {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationAlphabet.indexOf(code.charAt(8 + index)),
    0,
  );
  const check = 11 - (sum % 11);
  const expected = check === 10 ? 'X' : check === 11 ? '0' : String(check);
  return code.charAt(16) === expected;
}

/**
 * Reads a unified social credit code (GB 32100-2015). A failing inner organisation code is only
 * a warning (`organisationCodeValid`): some early codes fail it.
 */
export function readCreditCode(text: string): CreditCodeReading {
  const code = text.trim().toUpperCase();
  if (code.length !== 18) return { ok: false, fault: 'length' };
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    const value = alphabet.indexOf(character);
    if (value < 0) return { ok: false, fault: 'characters' };
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  if (alphabet.charAt((31 - (sum % 31)) % 31) !== code.charAt(17)) return { ok: false, fault: 'checkDigit' };
  return { ok: true, code, organisationCodeValid: organisationCodeValid(code) };
}

export const creditCode = z
  .string()
  .refine((text) => readCreditCode(text).ok, '统一社会信用代码不正确，请核对 18 位代码')
  .transform((text) => text.trim().toUpperCase());

/** A code of the right form whose check digit may fail: for codes that are taken with a reason. */
export const doubtfulCreditCode = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine((code) => {
    const reading = readCreditCode(code);
    return reading.ok || reading.fault === 'checkDigit';
  }, '统一社会信用代码不正确：应为 18 位数字和大写字母（不含 I、O、S、V、Z）');
