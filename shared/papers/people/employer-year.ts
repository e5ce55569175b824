import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { type Employer, employerKinds } from '../../domain/people/employer.ts';
import { type TitleLevel, titleLevels } from '../../domain/people/learner.ts';
import { regions } from '../../domain/people/region.ts';
import type { KindHours } from '../../domain/teaching/ledger.ts';
import { type StandingFilter, standingFilters } from '../../regulation/standing-filter.ts';
import {
  describeShortfall,
  requiredHours,
  type YearlyState,
  yearlyStanding,
  yearlyStates,
} from '../../regulation/yearly-requirement.ts';
import { paragraph, seal, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { type Cell, type Column, numbered, type PaperTable, rowOf, sheetRows, tableBlock } from '../table.ts';

/** How one learner stands in the year. */
export interface StandingLine {
  learner: { name: string; lastFour: string; titleLevel: TitleLevel; employerId: string | null };
  hours: KindHours;
  metOn: CivilDate | null;
  state: YearlyState;
}

export interface EmployerYearReport {
  issuer: string;
  /** Null for everybody the base knows. */
  employer: Employer | null;
  employerNames: ReadonlyMap<string, string>;
  year: number;
  filter: StandingFilter;
  /** Those the filter lets through. */
  standings: readonly StandingLine[];
  /** Everybody who works there. */
  everybody: readonly StandingLine[];
  today: CivilDate;
}

const everybodyLabel = '全部学员';

/** What a sheet and a paper of the year list; of one employer, it is not said again in each row. */
function columnsOf({ employer }: EmployerYearReport) {
  return [
    ['序号', 5, 'right'],
    ['姓名', 11, 'left'],
    ...(employer ? [] : [['工作单位', 24, 'left'] as const]),
    ['证件尾号', 9, 'left'],
    ['职称级别', 9, 'left'],
    ['公需', 7, 'right'],
    ['专业', 7, 'right'],
    ['合计', 7, 'right'],
    ['状态', 9, 'left'],
    ['还差', 20, 'left'],
    ['达标日期', 13, 'left'],
  ] as const satisfies readonly Column[];
}

function tableOf(about: EmployerYearReport): PaperTable {
  const { standings, employer, employerNames } = about;
  const columns = columnsOf(about);
  const sum = (kind: keyof KindHours) => standings.reduce((total, { hours }) => total + hours[kind], 0);
  const [general, professional] = [sum('general'), sum('professional')];
  const rows = standings.map(({ learner, hours, state, metOn }): Cell[] => [
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
  ]);
  return {
    columns,
    rows: numbered(rows),
    total: rowOf(columns, {
      姓名: '合计',
      职称级别: `${standings.length} 人`,
      公需: general,
      专业: professional,
      合计: general + professional,
    }),
  };
}

function factsOf({
  employer,
  issuer,
  year,
  filter,
  standings,
  everybody,
  today,
}: EmployerYearReport): string[] {
  const met = everybody.filter(({ state }) => state === 'met').length;
  const facts = [
    ...(employer?.creditCode ? [`统一社会信用代码 ${employer.creditCode}`] : []),
    ...(employer?.kind ? [employerKinds[employer.kind]] : []),
    ...(employer?.regionCode ? [regions[employer.regionCode]] : []),
  ];
  const shown = filter === 'all' ? '' : `本表列出${standingFilters[filter]}的 ${standings.length} 人。`;
  return [
    `单位：${employer?.name ?? everybodyLabel}${facts.length > 0 ? `（${facts.join('，')}）` : ''}`,
    `${issuer}登记的 ${year} 年度学时，截至 ${chineseDate(today)}。共 ${everybody.length} 人，已达标 ${met} 人，未达标 ${everybody.length - met} 人。${shown}`,
    `要求：每年不少于 ${requiredHours.total} 学时，其中公需科目不少于 ${requiredHours.general} 学时，专业科目不少于 ${requiredHours.professional} 学时（内人社发〔2017〕3号第十一条）。`,
  ];
}

function nameOf({ year, employer, filter }: EmployerYearReport): string {
  return `${employer?.name ?? everybodyLabel} ${year}年度学时${filter === 'all' ? '情况' : `（${standingFilters[filter]}）`}`;
}

function titleOf({ year }: EmployerYearReport): string {
  return `${year}年度专业技术人员继续教育学时情况`;
}

/** The employer's year as a sheet: what it is above, one row a learner, the sum below. */
export function employerYearWorkbook(about: EmployerYearReport): WrittenWorkbook {
  return {
    name: nameOf(about),
    sheet: `${about.year}年度学时`,
    above: [titleOf(about), ...factsOf(about)],
    rows: sheetRows(tableOf(about)),
  };
}

/** The employer's year for paper, with place for the seal. */
export function employerYearPaper(about: EmployerYearReport): PrintedDocument {
  const { issuer, today, employer } = about;
  return paper({ issuer, name: nameOf(about), foot: '', on: today, landscape: employer === null }, [
    title(titleOf(about)),
    ...factsOf(about).map(paragraph),
    tableBlock(tableOf(about)),
    seal(issuer, today),
  ]);
}
