import { type RosterField, rosterFields } from '../../../../shared/exchange/roster/columns.ts';

const order: RosterField[] = [
  'name',
  'sex',
  'ethnicity',
  'documentKind',
  'documentNumber',
  'employer',
  'department',
  'titleSeries',
  'title',
  'titleLevel',
  'education',
  'phone',
];

/** The roster template: the headings the import knows, and one made-up row to copy. */
export const rosterTemplate: string[][] = [
  order.map((field) => rosterFields[field].label),
  [
    '张三',
    '女',
    '蒙古族',
    '居民身份证',
    '150203198512310045',
    '示例单位（请删除本行）',
    '',
    '工程',
    '工程师',
    '中级',
    '本科',
    '13900000000',
  ],
];
