import type { PrintedBlock, PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { figures } from '../../../shared/domain/base/measures.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import {
  type Breakdown,
  type BreakdownRow,
  breakdowns,
  type Statistics,
} from '../../../shared/domain/base/statistics.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { changeText, figureText } from './figure-words.ts';

type Cell = string | number;

const trainedHeadings = ['人数', '人次', '公需学时', '专业学时'];

function trainedCells({ people, personTimes, generalHours, professionalHours }: BreakdownRow): number[] {
  return [people, personTimes, generalHours, professionalHours];
}

function isWorthShowing(row: BreakdownRow): boolean {
  return row.personTimes > 0;
}

const yuan = (fen: number) => Math.round(fen) / 100;

function trainerRows({ trainers }: Statistics): [string, number, number][] {
  return [
    ['专职', trainers.fullTimeInRegion, trainers.fullTimeOutOfRegion],
    ['兼职', trainers.partTimeInRegion, trainers.partTimeOutOfRegion],
  ];
}

/** Satisfied of rated, in percent to one decimal; a dash of nothing. */
export function satisfactionText({ satisfaction }: Statistics): string {
  const { runs, given, answers, satisfied, rated } = satisfaction;
  const share = (part: number, whole: number) =>
    whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
  return `${runs} 次调查，发出 ${given} 份，收回 ${answers} 份（回收率 ${share(answers, given)}），满意率 ${share(satisfied, rated)}`;
}

interface Sheet {
  sheet: string;
  above: string[];
  rows: Cell[][];
}

/** The statistics as sheets of one workbook, each under the base's letterhead. */
export function statisticsSheets(
  { profile }: Base,
  now: Statistics,
  before: Statistics,
  today: string,
): Sheet[] {
  const above = (title: string) => [
    profile.name,
    `${title}（${describePeriod(now.period)}）`,
    `批准文号：${profile.approvalNumber}　制表日期：${chineseDate(today)}`,
  ];
  const total: Sheet = {
    sheet: '汇总',
    above: above('培训统计汇总'),
    rows: [
      ['项目', '本期', '去年同期'],
      ...figures.map(({ key, label, isMoney }): Cell[] => [
        isMoney ? `${label}（元）` : label,
        isMoney ? yuan(now.totals[key]) : now.totals[key],
        isMoney ? yuan(before.totals[key]) : before.totals[key],
      ]),
      ['满意度', satisfactionText(now), satisfactionText(before)],
    ],
  };
  const each = (Object.keys(breakdowns) as Breakdown[]).map(
    (breakdown): Sheet => ({
      sheet: `按${breakdowns[breakdown]}`,
      above: above(`培训统计（按${breakdowns[breakdown]}）`),
      rows: [
        [breakdowns[breakdown], ...trainedHeadings],
        ...now.by[breakdown].map((row): Cell[] => [row.label, ...trainedCells(row)]),
      ],
    }),
  );
  return [
    total,
    ...each,
    {
      sheet: '学习方式',
      above: above('学时统计（按第12条的方式）'),
      rows: [
        ['方式', '人次', '学时'],
        ...now.ways.map(({ label, entries, hours }): Cell[] => [label, entries, hours]),
      ],
    },
    {
      sheet: '经费',
      above: above('经费统计（元）'),
      rows: [
        ['来源', '收费', '退费', '拨款资助', '支出'],
        ...now.money.map((row): Cell[] => [
          row.label,
          yuan(row.receivedFen),
          yuan(row.refundedFen),
          yuan(row.grantedFen),
          yuan(row.spentFen),
        ]),
      ],
    },
    {
      sheet: '师资',
      above: above('师资统计（第23条）'),
      rows: [['', '区内', '区外'], ...trainerRows(now)],
    },
  ];
}

function table(columns: [string, number][], rows: Cell[][]): PrintedBlock {
  return {
    kind: 'table',
    columns: columns.map(([heading, share], index) => ({
      heading,
      share,
      align: index === 0 ? 'left' : 'right',
    })),
    rows: rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('zh-CN') : cell)),
    ),
    hasTotal: false,
  };
}

/** The statistics on paper, for the authority and for the base's own meetings (第28条). */
export function statisticsDocument(
  { profile }: Base,
  now: Statistics,
  before: Statistics,
  today: string,
): PrintedDocument {
  const words = describePeriod(now.period);
  const blocks = (Object.keys(breakdowns) as Breakdown[]).flatMap((breakdown): PrintedBlock[] => {
    const rows = now.by[breakdown].filter(isWorthShowing);
    if (rows.length === 0) return [];
    return [
      { kind: 'heading', text: `按${breakdowns[breakdown]}` },
      table(
        [
          [breakdowns[breakdown], 30],
          ['人数', 10],
          ['人次', 10],
          ['公需学时', 12],
          ['专业学时', 12],
        ],
        rows.map((row) => [row.label, ...trainedCells(row)]),
      ),
    ];
  });
  return {
    title: `${profile.name} ${words}培训统计`,
    author: profile.name,
    footer: `${profile.name}　${words}培训统计`,
    createdOn: today,
    landscape: false,
    blocks: [
      { kind: 'title', text: `${words}继续教育培训统计` },
      { kind: 'reference', text: `批准文号：${profile.approvalNumber}` },
      table(
        [
          ['项目', 22],
          ['本期', 14],
          ['去年同期', 14],
          ['变化', 26],
        ],
        figures.map((figure) => [
          figure.label,
          figureText(now.totals, figure),
          figureText(before.totals, figure),
          changeText(now.totals[figure.key], before.totals[figure.key]),
        ]),
      ),
      {
        kind: 'paragraph',
        text: `满意度：${satisfactionText(now)}（不足 5 份的调查不计）。`,
        indented: false,
      },
      ...blocks,
      { kind: 'heading', text: '按学习方式（第12条）' },
      table(
        [
          ['方式', 40],
          ['人次', 10],
          ['学时', 10],
        ],
        now.ways
          .filter(({ entries }) => entries > 0)
          .map(({ label, entries, hours }) => [label, entries, hours]),
      ),
      { kind: 'heading', text: '经费（元）' },
      table(
        [
          ['来源', 20],
          ['收费', 15],
          ['退费', 15],
          ['拨款资助', 15],
          ['支出', 15],
        ],
        now.money.map((row) => [
          row.label,
          ...[row.receivedFen, row.refundedFen, row.grantedFen, row.spentFen].map(formatFen),
        ]),
      ),
      { kind: 'heading', text: '师资（第23条）' },
      table(
        [
          ['', 20],
          ['区内', 15],
          ['区外', 15],
        ],
        trainerRows(now),
      ),
      { kind: 'seal', issuer: profile.name, date: chineseDate(today) },
    ],
  };
}
