/** The first schema. Each index is used by a query; a shipped version is never edited. */
export const version1 = {
  base: 'id',
  employers: 'id, &name',
  learners: 'id, &*identities, *terms, employerId',
  courses: 'id',
  classes: 'id, &number, startDate',
  sessions: 'id, classId, date',
  enrolments: 'id, classId, learnerId',
  attendance: 'sessionId, classId',
  assessments: 'classId',
  certificates: 'id, &number, classId, learnerId',
  counters: 'id',
  journal: 'sequence',
} as const;
