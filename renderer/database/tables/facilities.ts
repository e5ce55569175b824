import type { Facility } from '../../../shared/domain/base/facility.ts';
import { defineTable } from './table.ts';

export const facilities = defineTable<Facility>()({
  key: 'id',
  indexes: ['kind'],
  label: '办学条件',
  nameOf: ({ name }) => name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    name: '名称',
    note: '备注',
    endedOn: '停用日期',
    proof: '证明文件',
    kind: '种类',
    documentNumber: '文号',
    id: null,
    position: '岗位',
    phone: '联系电话',
    address: '地址',
    squareMetres: '面积（平方米）',
    tenure: '权属',
    premises: '所在场所',
    capacity: '容纳人数',
    quantity: '数量',
    location: '存放地点',
    edition: '版次',
    author: '作者',
    publisher: '出版社',
    isbn: 'ISBN',
    recommendedBy: '推荐单位',
  },
  innerWords: {
    bytes: '大小（字节）',
  },
});
