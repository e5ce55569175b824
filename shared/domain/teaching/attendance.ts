import { z } from 'zod';
import type { SealedText } from '../people/sealed-text.ts';
import type { CountingRules } from './counting-rules.ts';

export const attendanceStatuses = { present: '到', late: '迟', leave: '假', absent: '缺' } as const;
export const attendanceStatus = z.enum(['present', 'late', 'leave', 'absent']);
export type AttendanceStatus = z.infer<typeof attendanceStatus>;

export const attendanceMark = z.object({
  status: attendanceStatus,
  at: z.iso.datetime(),
  by: z.string().max(40),
  note: z.string().max(200),
});
export type AttendanceMark = z.infer<typeof attendanceMark>;

/** Someone who attended without being registered, recorded by name until matched. */
export interface WalkIn {
  id: string;
  name: string;
  /** A unit or a phone, to match by: sealed like every phone. */
  note: SealedText | null;
  at: string;
  by: string;
  learnerId: string | null;
}

/** One row a session, its marks by learner, so that a class of 200 is one read. */
export interface SessionAttendance {
  sessionId: string;
  classId: string;
  marks: Record<string, AttendanceMark>;
  walkIns: Record<string, WalkIn>;
}

/** Whether anybody was marked or noted at a session: from then on it stays where it is. */
export function isMarked({ marks, walkIns }: Pick<SessionAttendance, 'marks' | 'walkIns'>): boolean {
  return Object.keys(marks).length + Object.keys(walkIns).length > 0;
}

/** Whether somebody was there, late or not: a person can't be elsewhere at the same time. */
export function wasThere(mark: { status: AttendanceStatus | null } | undefined): boolean {
  return mark?.status === 'present' || mark?.status === 'late';
}

/** Whether a mark counts for attendance and hours; leave and absent never do, late by the class's rule. */
export function countsAsAttended(
  mark: { status: AttendanceStatus | null } | undefined,
  { lateness }: CountingRules,
): boolean {
  return mark?.status === 'present' || (mark?.status === 'late' && lateness === 'attended');
}
