import type { Appointment } from '../../../shared/domain/people/appointment.ts';
import { defineTable } from './table.ts';

export const appointments = defineTable<Appointment>()({
  key: 'id',
  indexes: ['&number', 'trainerId'],
  label: '聘书',
  nameOf: ({ trainerName, number }) => `${trainerName} ${number}`,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    number: '编号',
    issuedOn: '签发日期',
    by: null,
    trainerName: '教师',
    ended: '解聘',
    trainerId: null,
    position: '岗位',
    subjects: '承担的教学',
    from: '自',
    until: '至',
  },
  innerWords: {
    on: '日期',
    reason: '原因',
  },
});
