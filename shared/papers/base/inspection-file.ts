import type { PrintedDocument } from '../../contract/printed-document.ts';
import { type Base, baseLevels } from '../../domain/base/base.ts';
import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { regions } from '../../domain/people/region.ts';
import { closedOn, type TrainingClass } from '../../domain/teaching/class.ts';
import { type DutyLine, dutyStates } from '../../regulation/compliance.ts';
import { paragraph, seal, section, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { tableBlock } from '../table.ts';

export interface Inspection {
  base: Base;
  year: number;
  lines: readonly DutyLine[];
  /** Classes of the year, with how many learners each has. */
  classes: readonly { of: TrainingClass; learners: number; certificates: number }[];
  today: CivilDate;
}

const dutyColumns = [
  ['条', 7, 'left'],
  ['要求', 26, 'left'],
  ['状态', 10, 'left'],
  ['依据或所缺', 57, 'left'],
] as const;

const classColumns = [
  ['班号', 14, 'left'],
  ['名称', 36, 'left'],
  ['时间', 24, 'left'],
  ['学员', 8, 'right'],
  ['证书', 8, 'right'],
  ['结班', 16, 'left'],
] as const;

/** The inspection file of a year: the base, every duty with its evidence, the classes it is about. */
export function inspectionFile({ base, year, lines, classes, today }: Inspection): PrintedDocument {
  const { name: issuer, level, code, regionCode, authority, approvalNumber, approvalDate } = base.profile;
  const foot = `${year}年检查材料`;
  return paper({ issuer, name: `${issuer} ${foot}`, foot, on: today }, [
    title(`${year}年继续教育基地检查材料`),
    paragraph(`基地：${issuer}（${baseLevels[level]}，代码 ${code}，${regions[regionCode]}）`),
    paragraph(
      `批准：${authority}，${approvalNumber}，${chineseDate(approvalDate)}。依据《内蒙古自治区专业技术人员继续教育实施办法》（内人社发〔2017〕3号）逐条列出，截至 ${chineseDate(today)}。`,
    ),
    ...section('一、各条要求和依据', [
      tableBlock({
        columns: dutyColumns,
        rows: lines.map(({ article, label, state, evidence }) => [
          `第${article}条`,
          label,
          dutyStates[state],
          evidence,
        ]),
      }),
    ]),
    ...section(`二、${year}年的培训班（${classes.length} 个）`, [
      tableBlock({
        columns: classColumns,
        rows: classes.map(({ of, learners, certificates }) => [
          of.number,
          of.title,
          `${of.startDate ?? ''} 至 ${of.endDate ?? ''}`,
          learners,
          certificates,
          closedOn(of) ?? '未结班',
        ]),
      }),
    ]),
    seal(issuer, today),
  ]);
}
