import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';
import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import type { Vault } from '../../database/vault.ts';
import { withoutLastFour } from './sealed-fields.ts';

function placeOf(handoverId: string): string {
  return `handovers/${handoverId}/key`;
}

/** The key that marks of a handover travel under, as it is kept. */
export function sealHandoverKey(vault: Vault, handoverId: string, key: string): SealedText {
  return withoutLastFour(vault.seal(placeOf(handoverId), key));
}

/** The key that marks of a handover travel under. @throws Refusal sealBroken */
export function openHandoverKey(vault: Vault, { id, key }: Pick<Handover, 'id' | 'key'>): string {
  return vault.open(placeOf(id), key);
}
