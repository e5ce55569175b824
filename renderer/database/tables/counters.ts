import { defineTable } from './table.ts';

/** The last number given out of a series. */
interface Counter {
  id: string;
  value: number;
}

export const counters = defineTable<Counter>()({
  key: 'id',
  indexes: [],
  label: '编号',
  nameOf: null,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    value: null,
  },
});
