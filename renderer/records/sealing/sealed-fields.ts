import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';
import type { Vault } from '../../database/vault.ts';

/**
 * A text as a row keeps it: sealed to its place, null where it is empty.
 * @param place table, key and field, as `learners/…/phone`
 * @param before as it was kept: what did not change stays sealed as it is, so that the journal shows only what did
 */
export function sealField(
  vault: Vault,
  place: string,
  text: string,
  before: SealedText | null = null,
): SealedText | null {
  if (text === '') return null;
  return before !== null && vault.open(place, before) === text ? before : vault.seal(place, text);
}

/** The text of a field, empty where there is none. @throws Refusal sealBroken */
export function openField(vault: Vault, place: string, sealed: SealedText | null): string {
  return sealed ? vault.open(place, sealed) : '';
}

/** Without the last characters that stay readable: of what nobody is found or told by. */
export function withoutLastFour<Kept extends SealedText | null>(sealed: Kept): Kept {
  return sealed && { ...sealed, lastFour: '' };
}
