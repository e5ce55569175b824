/** What an authority makes of all packages of a period, with the name of each table. */
export const regionTableNames = {
  total: '全区合计',
  'by-region': '按盟市',
  'by-base': '按基地',
  breakdowns: '分项',
  'by-time': '按时间',
  'shared-learners': '多个基地都培训过的学员',
} as const;
export type RegionTable = keyof typeof regionTableNames;

export type RegionTables = Record<RegionTable, Record<string, string | number>[]>;
