import type { ImprovementTask } from '../../../shared/domain/teaching/improvement-task.ts';
import { defineTable } from './table.ts';

export const improvementTasks = defineTable<ImprovementTask>()({
  key: 'id',
  indexes: ['planLineId'],
  label: '改进任务',
  nameOf: ({ item }) => item,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    mean: null,
    done: '完成',
    planLineId: null,
    runId: null,
    itemKey: null,
    item: '低分项',
    action: '改进措施',
    owner: '责任人',
    dueOn: '应还日期',
  },
  innerWords: {
    note: '备注',
  },
});
