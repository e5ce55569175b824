import { expect, test } from 'vitest';
import { readIsbn } from './isbn.ts';

// Made up, but for the first two, which ISO 2108's own examples use.
test.each([
  ['978-3-16-148410-0', '9783161484100'],
  ['0-306-40615-2', '0306406152'],
  ['ISBN 978-7-5000-0000-6', '9787500000006'],
  ['７－５０００－００００－Ｘ', null],
  ['978-3-16-148410-1', null],
  ['0-306-40615-3', null],
  ['9773161484100', null],
  ['', null],
])('%s is read as %s', (text, isbn) => {
  expect(readIsbn(text)).toBe(isbn);
});
