import { version1 } from './version-1.ts';

/**
 * Personal data is sealed, accounts and the key's escrow are tables, entries are found by the records
 * they touched, and a proof is kept over the content.
 */
export const version2 = {
  ...version1,
  accounts: 'id, &name',
  escrow: 'id',
  journal: 'sequence, *records',
  proofs: 'id',
} as const;
