import type { Employer } from '../../../shared/domain/people/employer.ts';
import type { SealedText } from '../../../shared/domain/people/sealed-text.ts';
import type { Vault } from '../../database/vault.ts';
import { openField, sealField } from './sealed-fields.ts';

function placeOf(employerId: string): string {
  return `employers/${employerId}/contactPhone`;
}

/** The phone of an employer's contact as it is kept; unchanged, it stays sealed as it was. */
export function sealContactPhone(
  vault: Vault,
  { id, contactPhone }: Pick<Employer, 'id' | 'contactPhone'>,
  phone: string,
): SealedText | null {
  return sealField(vault, placeOf(id), phone, contactPhone);
}

/** The phone of an employer's contact, empty where none is known. @throws Refusal sealBroken */
export function openContactPhone(vault: Vault, { id, contactPhone }: Employer): string {
  return openField(vault, placeOf(id), contactPhone);
}
