import { sheetKindOf } from '../roster/header.ts';

/** What the columns of a sheet of a yearly plan can hold, with the headings people write for it. */
export const planFields = {
  title: {
    label: '培训名称',
    synonyms: ['培训名称', '项目名称', '培训项目', '培训班名称', '名称', '班次名称'],
  },
  subjectKind: { label: '科目', synonyms: ['科目', '科目类别', '类别'] },
  audience: { label: '培训对象', synonyms: ['培训对象', '对象', '参训对象'] },
  hours: { label: '学时', synonyms: ['学时', '每期学时', '课时', '学时数'] },
  classes: { label: '期数', synonyms: ['期数', '期次', '班次', '期'] },
  people: { label: '人数', synonyms: ['人数', '总人数', '计划人数', '培训人数'] },
  period: { label: '时间', synonyms: ['时间', '培训时间', '计划时间', '起止月份', '月份'] },
  firstMonth: { label: '开始月份', synonyms: ['开始月份', '开始时间', '起始月份'] },
  lastMonth: { label: '结束月份', synonyms: ['结束月份', '结束时间', '截止月份'] },
  trainer: { label: '授课教师', synonyms: ['授课教师', '教师', '师资', '主讲教师', '授课人'] },
  fee: {
    label: '每人收费',
    synonyms: ['每人收费', '每人收费（元）', '收费标准', '收费标准（元/人）', '人均收费'],
  },
  feeBasis: { label: '收费依据', synonyms: ['收费依据', '依据', '收费文号'] },
  evidence: { label: '评估依据', synonyms: ['评估依据', '制定依据', '计划依据', '上年评估'] },
  fundSource: { label: '经费来源', synonyms: ['经费来源', '资金来源', '来源'] },
} as const;

export type PlanField = keyof typeof planFields;

export const planSheet = sheetKindOf<PlanField>(planFields, 'title');

const inTemplate: readonly PlanField[] = [
  'title',
  'subjectKind',
  'audience',
  'hours',
  'classes',
  'people',
  'firstMonth',
  'lastMonth',
  'trainer',
  'fee',
  'feeBasis',
  'fundSource',
  'evidence',
];

/** The headings of the template; no sample row, which somebody would send back. */
export const planTemplate: string[][] = [inTemplate.map((field) => planFields[field].label)];
