import { version6 } from './version-6.ts';

/** Authorities by their cards, and what was sent to them. */
export const version7 = {
  ...version6,
  authorities: 'id',
  submissions: 'id',
} as const;
