import type { Session } from '../../../shared/domain/teaching/session.ts';
import { touchesTimetable } from '../ledger/effects.ts';
import { defineTable } from './table.ts';

export const sessions = defineTable<Session>()({
  key: 'id',
  indexes: ['classId', 'date', '[trainerName+date]'],
  label: '课次',
  nameOf: async ({ classId, date, startTime }, { classTitle }) =>
    `${await classTitle(classId)} ${date} ${startTime}`,
  class: { field: 'classId' },
  countedOn: {
    day: ({ date }) => date,
    fields: ['date', 'startTime', 'endTime', 'counting', 'minutes', 'subjectKind', 'mode', 'makesUpFor'],
  },
  ledger: touchesTimetable,
  sealed: null,
  words: {
    date: '日期',
    startTime: '开始时间',
    endTime: '结束时间',
    counting: '计时方式',
    minutes: '分钟',
    subjectKind: '科目类别',
    topic: '主题',
    mode: '方式',
    place: '地点',
    trainerName: '授课教师',
    makesUpFor: null,
    trainerIds: null,
    sharedReason: '合班或共用说明',
    id: null,
    classId: null,
  },
});
