import { type CivilDate, isCivilDate } from '../base/civil-date.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

export type ResidentIdFault = 'length' | 'characters' | 'birthDate' | 'checkDigit';

export type ResidentIdReading =
  | { ok: true; number: string; birthDate: CivilDate; sex: 'male' | 'female' }
  | { ok: false; fault: ResidentIdFault };

/** The check character over the first 17 digits (GB 11643-1999). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return checkCharacters.charAt(sum % 11);
}

function upgradeOldNumber(old: string): string {
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + residentIdCheckCharacter(first17);
}

/**
 * Reads an 18-character number with resident-ID structure (GB 11643-1999), or an old 15-digit one,
 * which comes back as 18. The region code is not looked up: it may be one no longer in use.
 * @param today birth dates after it are false
 */
export function readResidentId(text: string, today: CivilDate): ResidentIdReading {
  const upper = text.toUpperCase();
  const wasOld = /^\d{15}$/.test(upper);
  const number = wasOld ? upgradeOldNumber(upper) : upper;
  if (number.length !== 18) return { ok: false, fault: 'length' };
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, fault: 'characters' };
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCivilDate(birthDate) || birthDate > today) {
    // Fifteen digits that make no date are a damaged new number, not an old one.
    return { ok: false, fault: wasOld ? 'length' : 'birthDate' };
  }
  if (residentIdCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return { ok: false, fault: 'checkDigit' };
  }
  return { ok: true, number, birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}
