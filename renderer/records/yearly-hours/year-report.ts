import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { type Employer, employerKinds } from '../../../shared/domain/people/employer.ts';
import { titleLevels } from '../../../shared/domain/people/learner.ts';
import { regions } from '../../../shared/domain/people/region.ts';
import {
  describeShortfall,
  requiredHours,
  yearlyStanding,
  yearlyStates,
} from '../../../shared/regulation/yearly-requirement.ts';
import { type LearnerStanding, type StandingFilter, standingFilters } from './queries.ts';

export interface YearReport {
  base: Base;
  /** Null for everybody the base knows. */
  employer: Employer | null;
  employerNames: ReadonlyMap<string, string>;
  year: number;
  filter: StandingFilter;
  /** Those the filter lets through. */
  standings: readonly LearnerStanding[];
  /** Everybody who works there. */
  everybody: readonly LearnerStanding[];
  today: string;
}

const everybodyLabel = '全部学员';
const headings = ['序号', '姓名', '证件尾号', '职称级别', '公需', '专业', '合计', '状态', '还差', '达标日期'];

function cellsOf(
  { learner, hours, state, metOn }: LearnerStanding,
  index: number,
  { employer, employerNames }: YearReport,
): (string | number)[] {
  return [
    index + 1,
    learner.name,
    ...(employer ? [] : [employerNames.get(learner.employerId ?? '') ?? '']),
    learner.lastFour,
    titleLevels[learner.titleLevel],
    hours.general,
    hours.professional,
    hours.general + hours.professional,
    yearlyStates[state],
    describeShortfall(yearlyStanding(hours)),
    metOn ?? '',
  ];
}

function totals({ standings, employer }: YearReport): (string | number)[] {
  const sum = (kind: 'general' | 'professional') =>
    standings.reduce((total, { hours }) => total + hours[kind], 0);
  const [general, professional] = [sum('general'), sum('professional')];
  return [
    '',
    '合计',
    ...(employer ? [] : ['']),
    '',
    `${standings.length} 人`,
    general,
    professional,
    general + professional,
    '',
    '',
    '',
  ];
}

function aboutEmployer({ employer, base, year, filter, standings, everybody, today }: YearReport): string[] {
  const met = everybody.filter(({ state }) => state === 'met').length;
  const facts = [
    ...(employer?.creditCode ? [`统一社会信用代码 ${employer.creditCode}`] : []),
    ...(employer?.kind ? [employerKinds[employer.kind]] : []),
    ...(employer?.regionCode ? [regions[employer.regionCode]] : []),
  ];
  const shown = filter === 'all' ? '' : `本表列出${standingFilters[filter]}的 ${standings.length} 人。`;
  return [
    `单位：${employer?.name ?? everybodyLabel}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`,
    `${base.profile.name}登记的 ${year} 年度学时，截至 ${chineseDate(today)}。共 ${everybody.length} 人，已达标 ${met} 人，未达标 ${everybody.length - met} 人。${shown}`,
    `要求：每年不少于 ${requiredHours.total} 学时，其中公需科目不少于 ${requiredHours.general} 学时，专业科目不少于 ${requiredHours.professional} 学时（内人社发〔2017〕3号第十一条）。`,
  ];
}

const employerColumn = 2;

function headingsOf({ employer }: YearReport): string[] {
  return employer ? headings : headings.toSpliced(employerColumn, 0, '工作单位');
}

function rowsOf(report: YearReport): (string | number)[][] {
  return [...report.standings.map((one, index) => cellsOf(one, index, report)), totals(report)];
}

export function reportTitle({ year, employer, filter }: YearReport): string {
  return `${employer?.name ?? everybodyLabel} ${year}年度学时${filter === 'all' ? '情况' : `（${standingFilters[filter]}）`}`;
}

/** The employer's year as a sheet: what it is above, one row a learner, the sum below. */
export function yearReportSheet(report: YearReport) {
  return {
    name: reportTitle(report),
    sheet: `${report.year}年度学时`,
    above: [`${report.year}年度专业技术人员继续教育学时情况`, ...aboutEmployer(report)],
    rows: [headingsOf(report), ...rowsOf(report)],
  };
}

const shares: Record<string, number> = {
  序号: 5,
  姓名: 11,
  工作单位: 24,
  公需: 7,
  专业: 7,
  合计: 7,
  还差: 20,
  达标日期: 13,
};
const figures = ['序号', '公需', '专业', '合计'];

/** The employer's year for paper, with place for the seal. */
export function yearReportDocument(report: YearReport): PrintedDocument {
  const { base, year, today, employer } = report;
  return {
    title: reportTitle(report),
    author: base.profile.name,
    footer: base.profile.name,
    createdOn: today,
    landscape: employer === null,
    blocks: [
      { kind: 'title', text: `${year}年度专业技术人员继续教育学时情况` },
      ...aboutEmployer(report).map((text) => ({ kind: 'paragraph' as const, text, indented: false })),
      {
        kind: 'table',
        columns: headingsOf(report).map((heading) => ({
          heading,
          share: shares[heading] ?? 9,
          align: figures.includes(heading) ? 'right' : 'left',
        })),
        rows: rowsOf(report).map((row) => row.map(String)),
        hasTotal: true,
      },
      { kind: 'seal', issuer: base.profile.name, date: chineseDate(today) },
    ],
  };
}
