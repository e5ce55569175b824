import { expect, test } from 'vitest';
import { readCreditCode } from './credit-code.ts';

test.each(['12150102460123458C', '91150102MA0Q12343N', '121501024602001500'])('%s is valid', (code) => {
  expect(readCreditCode(code)).toEqual({ ok: true, code, organisationCodeValid: true });
});

test.each([
  ['12150102460123458D', 'checkDigit'],
  ['12150102460213458C', 'checkDigit'],
  ['1215010246O123458C', 'characters'],
  ['1215010246', 'length'],
])('%s is refused: %s', (code, fault) => {
  expect(readCreditCode(code)).toEqual({ ok: false, fault });
});
