import type { SessionClaims } from '../../../shared/domain/teaching/mark-claim.ts';
import { defineTable } from './table.ts';

export const markClaims = defineTable<SessionClaims>()({
  key: 'sessionId',
  indexes: ['classId'],
  label: '别的电脑的点名',
  nameOf: ({ sessionId }, { session }) => session(sessionId),
  class: { field: 'classId' },
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    sessionId: null,
    classId: null,
    claims: '别的电脑的点名',
    written: '收入的点名',
    decided: '已决定的点名',
    walkInIds: '收入的名单外的人',
  },
  innerWords: {
    machine: '哪台电脑',
    status: '出勤',
    note: '备注',
  },
});
