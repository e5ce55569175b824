import type { Session } from '../../shared/domain/teaching/session.ts';

let serial = 0;

/** A session for specifications: each says only what it is about. */
export function sessionOf(about: Partial<Session> = {}): Session {
  serial += 1;
  return {
    id: `session-${serial}`,
    classId: 'class-1',
    date: '2026-03-07',
    startTime: '09:00',
    endTime: '21:00',
    counting: 'minutes',
    minutes: 45,
    subjectKind: 'professional',
    topic: '',
    mode: 'inPerson',
    place: '',
    trainerName: '',
    trainerIds: {},
    sharedReason: '',
    makesUpFor: null,
    ...about,
  };
}
