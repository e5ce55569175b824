import type { PrintedDocument, PrintedTable } from '../../../shared/contract/printed-document.ts';
import { type Base, baseLevels } from '../../../shared/domain/base/base.ts';
import { chineseDate, civilDateAt } from '../../../shared/domain/base/civil-date.ts';
import { regions } from '../../../shared/domain/people/region.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { type DutyLine, dutyStates } from '../../../shared/regulation/compliance.ts';

export interface Inspection {
  base: Base;
  year: number;
  lines: readonly DutyLine[];
  /** Classes of the year, with how many learners each has. */
  classes: readonly { of: TrainingClass; learners: number; certificates: number }[];
  today: string;
}

function table(
  columns: readonly [string, number, PrintedTable['columns'][number]['align']][],
  rows: string[][],
): PrintedTable {
  return {
    kind: 'table',
    columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
    rows,
    hasTotal: false,
  };
}

/** The inspection file of a year: the base, every duty with its evidence, the classes it is about. */
export function inspectionDocument({ base, year, lines, classes, today }: Inspection): PrintedDocument {
  const { profile } = base;
  return {
    title: `${profile.name} ${year}年检查材料`,
    author: profile.name,
    footer: `${profile.name}　${year}年检查材料`,
    createdOn: today,
    landscape: false,
    blocks: [
      { kind: 'title', text: `${year}年继续教育基地检查材料` },
      {
        kind: 'paragraph',
        text: `基地：${profile.name}（${baseLevels[profile.level]}，代码 ${profile.code}，${regions[profile.regionCode]}）`,
        indented: false,
      },
      {
        kind: 'paragraph',
        text: `批准：${profile.authority}，${profile.approvalNumber}，${chineseDate(profile.approvalDate)}。依据《内蒙古自治区专业技术人员继续教育实施办法》（内人社发〔2017〕3号）逐条列出，截至 ${chineseDate(today)}。`,
        indented: false,
      },
      { kind: 'heading', text: '一、各条要求和依据' },
      table(
        [
          ['条', 7, 'left'],
          ['要求', 26, 'left'],
          ['状态', 10, 'left'],
          ['依据或所缺', 57, 'left'],
        ],
        lines.map(({ article, label, state, evidence }) => [
          `第${article}条`,
          label,
          dutyStates[state],
          evidence,
        ]),
      ),
      { kind: 'heading', text: `二、${year}年的培训班（${classes.length} 个）` },
      table(
        [
          ['班号', 14, 'left'],
          ['名称', 36, 'left'],
          ['时间', 24, 'left'],
          ['学员', 8, 'right'],
          ['证书', 8, 'right'],
          ['结班', 16, 'left'],
        ],
        classes.map(({ of, learners, certificates }) => [
          of.number,
          of.title,
          `${of.startDate ?? ''} 至 ${of.endDate ?? ''}`,
          String(learners),
          String(certificates),
          of.closed ? civilDateAt(Date.parse(of.closed.at)) : '未结班',
        ]),
      ),
      { kind: 'seal', issuer: profile.name, date: chineseDate(today) },
    ],
  };
}
