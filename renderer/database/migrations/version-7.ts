import { version6 } from './version-6.ts';

/**
 * Authorities by their cards and what was sent to them; classes given to other machines of the base, and what
 * those said of attendance.
 */
export const version7 = {
  ...version6,
  authorities: 'id',
  handovers: 'id, classId',
  markClaims: 'sessionId, classId',
  submissions: 'id, period.to',
} as const;
