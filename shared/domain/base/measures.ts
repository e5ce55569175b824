import { breakdowns, type Statistics } from './statistics.ts';

type Totals = Statistics['totals'];

/** The figures of a period by name, in the order they are read in; money is kept in 分. */
export const figures: readonly { key: keyof Totals; label: string; isMoney?: true }[] = [
  { key: 'classes', label: '培训班' },
  { key: 'sessions', label: '课次' },
  { key: 'people', label: '培训人数' },
  { key: 'personTimes', label: '培训人次' },
  { key: 'generalHours', label: '公需学时' },
  { key: 'professionalHours', label: '专业学时' },
  { key: 'closedClasses', label: '结班' },
  { key: 'publicBenefitClasses', label: '公益班' },
  { key: 'certificatesIssued', label: '发证' },
  { key: 'certificatesVoided', label: '作废证书' },
  { key: 'certificatesReplaced', label: '更正证书' },
  { key: 'outsideEntries', label: '外部学时登记' },
  { key: 'outsideHours', label: '外部学时' },
  { key: 'receivedFen', label: '收费', isMoney: true },
  { key: 'refundedFen', label: '退费', isMoney: true },
  { key: 'waivedFen', label: '减免', isMoney: true },
  { key: 'grantedFen', label: '拨款资助', isMoney: true },
  { key: 'spentFen', label: '支出', isMoney: true },
];

const otherMeasures: Record<string, string> = {
  capacity: '人数上限',
  entries: '人次',
  hours: '学时',
  fullTimeInRegion: '区内专职教师',
  fullTimeOutOfRegion: '区外专职教师',
  partTimeInRegion: '区内兼职教师',
  partTimeOutOfRegion: '区外兼职教师',
  runs: '评估次数',
  given: '发出问卷',
  answers: '收回问卷',
  satisfied: '满意',
  rated: '评价',
};

const otherTables: Record<string, string> = {
  totals: '合计',
  ways: '参加方式',
  money: '经费来源',
  trainers: '师资',
  satisfaction: '满意度',
};

export function isMoneyMeasure(measure: string): boolean {
  return measure.endsWith('Fen');
}

/** What a measure is called; of money without its unit. */
export function measureLabel(measure: string): string {
  return figures.find(({ key }) => key === measure)?.label ?? otherMeasures[measure] ?? measure;
}

/** What a table of flat figures is called. */
export function flatTableLabel(table: string): string {
  return breakdowns[table as keyof typeof breakdowns] ?? otherTables[table] ?? table;
}
