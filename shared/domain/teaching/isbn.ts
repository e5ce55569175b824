function digitsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐–—]/g, '')
    .replace(/^ISBN:?/, '');
}

function weightedSum(digits: string, weightOf: (index: number) => number): number {
  return [...digits].reduce(
    (sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * weightOf(index),
    0,
  );
}

/**
 * An ISBN of 13 or 10 digits without its hyphens; null where the check digit is wrong or it is none.
 * Source: ISO 2108.
 */
export function readIsbn(text: string): string | null {
  const digits = digitsOf(text);
  if (/^97[89]\d{10}$/.test(digits)) {
    return weightedSum(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0 ? digits : null;
  }
  if (/^\d{9}[\dX]$/.test(digits))
    return weightedSum(digits, (index) => 10 - index) % 11 === 0 ? digits : null;
  return null;
}
