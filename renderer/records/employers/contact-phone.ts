import type { Employer } from '../../../shared/domain/people/employer.ts';
import type { Vault } from '../../database/vault.ts';

/** Where the phone of an employer's contact is sealed to. */
export function contactPhonePlace(employerId: string): string {
  return `employers/${employerId}/contactPhone`;
}

/** The phone of an employer's contact, empty where none is known. */
export function openContactPhone(vault: Vault, { id, contactPhone }: Employer): string {
  return contactPhone ? vault.open(contactPhonePlace(id), contactPhone) : '';
}
