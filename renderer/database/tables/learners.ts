import { touchesEmployer } from '../ledger/effects.ts';
import type { LearnerRow } from './learner-row.ts';
import { defineTable } from './table.ts';

export const learners = defineTable<LearnerRow>()({
  key: 'id',
  indexes: ['&*identities', '*terms', 'employerId'],
  label: '学员',
  nameOf: ({ name }) => name,
  class: null,
  countedOn: null,
  ledger: touchesEmployer,
  sealed: { document: true, formerDocuments: true, phone: true },
  words: {
    document: '证件',
    formerDocuments: '曾用证件',
    phone: '联系电话',
    identities: null,
    terms: null,
    lastFour: null,
    number: '学员编号',
    id: null,
    name: '姓名',
    mongolianName: '蒙古文名称',
    title: '职称',
    sex: '性别',
    titleLevel: '职称级别',
    ethnicity: '民族',
    employerId: null,
    department: '部门',
    titleSeries: '职称系列',
    education: '学历',
    photo: null,
  },
  innerWords: {
    kind: '证件类型',
    bytes: '大小（字节）',
  },
});
