import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import { touchesMarks } from '../ledger/effects.ts';
import { defineTable } from './table.ts';

export const attendance = defineTable<SessionAttendance>()({
  key: 'sessionId',
  indexes: ['classId'],
  label: '点名',
  nameOf: async ({ classId, sessionId }, { classTitle, session }) =>
    `${await classTitle(classId)} ${await session(sessionId)}`,
  class: { field: 'classId' },
  countedOn: { daysOfSession: ({ sessionId }) => sessionId, fields: ['marks'] },
  ledger: touchesMarks,
  sealed: { 'walkIns.*.note': true },
  words: {
    sessionId: null,
    classId: null,
    marks: null,
    walkIns: null,
  },
  innerWords: {
    status: '出勤',
    note: '备注',
    name: '名称',
  },
});
