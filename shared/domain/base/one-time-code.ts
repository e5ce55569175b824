/** Nine digits: eight random ones and a check digit, so that a slip of a finger is told from a wrong code. */
export const codeDigits = 9;

/** The quasigroup of Damm's check digit: every single wrong digit and every swap of neighbours is found. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

function checkDigit(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = damm[interim]?.[Number(digit)] ?? 0;
  return interim;
}

/** The code of eight random digits. */
export function codeOf(eightDigits: string): string {
  return `${eightDigits}${checkDigit(eightDigits)}`;
}

/** A code as it was typed or pasted: full-width digits and spaces do not matter. */
export function tidyCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/** Whether this can be a code at all. */
export function isCode(code: string): boolean {
  return /^\d{9}$/.test(code) && checkDigit(code) === 0;
}

/** A code as a slip prints it: `123 456 789`. */
export function spacedCode(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ');
}
