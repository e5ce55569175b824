import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { defineTable } from './table.ts';

export const planLines = defineTable<PlanLine>()({
  key: 'id',
  indexes: ['year'],
  label: '计划项目',
  nameOf: ({ title }) => title,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    feeBasis: '收费依据',
    evidence: '依据',
    changes: null,
    dropped: '不再开设',
    title: '名称',
    subjectKind: '科目类别',
    fundSource: '经费来源',
    year: '年度',
    hours: '学时',
    firstMonth: '开始月份',
    lastMonth: '结束月份',
    feeFen: '收费标准',
    audience: '培训对象',
    classes: '期数',
    people: '人数',
    trainer: '授课教师',
  },
  innerWords: {
    stated: '其他依据',
    reason: '原因',
  },
});
