import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import { defineTable } from './table.ts';

export const handovers = defineTable<Handover>()({
  key: 'id',
  indexes: ['classId'],
  label: '交出的班级',
  nameOf: async ({ classId, with: whom }, { classTitle }) => `${await classTitle(classId)} ${whom}`,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: { key: true },
  words: {
    id: null,
    classId: null,
    with: '交给',
    at: null,
    by: null,
    key: '密钥',
    machine: '哪台电脑',
    returned: '收回',
  },
});
