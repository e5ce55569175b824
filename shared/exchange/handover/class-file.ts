import { z } from 'zod';
import { baseProfile, baseSettings } from '../../domain/base/base.ts';
import { hex32Bytes } from '../../domain/base/hex.ts';
import { identityDocument } from '../../domain/people/identity-document.ts';
import { sex } from '../../domain/people/learner.ts';
import { attendanceMark } from '../../domain/teaching/attendance.ts';
import { trainingClass } from '../../domain/teaching/class.ts';
import { course } from '../../domain/teaching/course.ts';
import { sessionDetails } from '../../domain/teaching/session.ts';
import { markEntry } from './mark-entries.ts';

const marks = z.record(z.uuid(), attendanceMark);

/** What marking needs of a learner; no phone, no title, no employer leaves the base. */
const listedLearner = z.object({
  id: z.uuid(),
  number: z.string().max(20),
  name: z.string().min(1).max(60),
  sex,
  document: identityDocument,
});
export type ListedLearner = z.infer<typeof listedLearner>;

/** A class as it goes to another machine of the base: roster, timetable, and what is marked so far. */
export const classFile = z.object({
  format: z.literal('jidi-class'),
  version: z.literal(1),
  handoverId: z.uuid(),
  /** What the marks come back sealed with. */
  key: hex32Bytes,
  from: z.string().max(40),
  madeAt: z.iso.datetime(),
  base: z.object({ profile: baseProfile, settings: baseSettings }),
  course,
  trainingClass,
  sessions: z.array(sessionDetails.and(z.object({ id: z.uuid(), classId: z.uuid() }))).max(2000),
  enrolments: z
    .array(
      z.object({
        id: z.uuid(),
        classId: z.uuid(),
        learnerId: z.uuid(),
        enrolledAt: z.iso.datetime(),
        joinedSessionId: z.uuid().nullable(),
      }),
    )
    .max(5000),
  learners: z.array(listedLearner).max(5000),
  attendance: z.array(z.object({ sessionId: z.uuid(), marks })).max(2000),
});
export type ClassFile = z.infer<typeof classFile>;

/** What comes back: every entry that marked anybody, since the class was received. */
export const marksFile = z.object({
  format: z.literal('jidi-marks'),
  version: z.literal(1),
  handoverId: z.uuid(),
  classId: z.uuid(),
  /** The machine it comes from, made up when the class was received. */
  machine: z.uuid(),
  from: z.string().max(40),
  madeAt: z.iso.datetime(),
  entries: z.array(markEntry).max(100_000),
  walkIns: z
    .array(
      z.object({
        sessionId: z.uuid(),
        id: z.uuid(),
        name: z.string().min(1).max(60),
        note: z.string().max(100),
        at: z.iso.datetime(),
        by: z.string().max(40),
      }),
    )
    .max(5000),
});
export type MarksFile = z.infer<typeof marksFile>;
