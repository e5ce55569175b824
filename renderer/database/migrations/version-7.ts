import { version6 } from './version-6.ts';

/** What was sent to the authority. */
export const version7 = {
  ...version6,
  submissions: 'id',
} as const;
