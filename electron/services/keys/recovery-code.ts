import { randomBytes } from 'node:crypto';

/** Crockford's digits: none is taken for another on paper. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 32;

function checkDigit(body: string): string {
  // Odd weights, which 32 shares no factor with: no single wrong digit goes unseen.
  const sum = [...body].reduce((total, digit, index) => total + digits.indexOf(digit) * (2 * index + 1), 0);
  return digits.charAt(sum % digits.length);
}

/** A new recovery code: 31 random digits (155 bits) and a check digit, in groups of four. */
export function newRecoveryCode(): string {
  const body = Array.from(randomBytes(length - 1), (byte) => digits.charAt(byte % digits.length)).join('');
  return (body + checkDigit(body)).replace(/(.{4})(?=.)/g, '$1-');
}

/** The code as it was made, whatever case, spaces and look-alikes it is typed with; null where mistyped. */
export function readRecoveryCode(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (text.length !== length || checkDigit(text.slice(0, -1)) !== text.at(-1)) return null;
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
