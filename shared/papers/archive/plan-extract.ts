import { chineseDate } from '../../domain/base/civil-date.ts';
import { formatFen } from '../../domain/money/money.ts';
import { subjectKinds } from '../../domain/teaching/course.ts';
import { monthsText, planStates } from '../../domain/teaching/plan.ts';
import { callout, paragraph } from '../blocks.ts';
import { nothing, recordPaper, type SourceContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';

/** The line of the yearly plan a class was opened out of. */
export function planExtract(record: ClassRecord): SourceContent {
  const { plan: found, of, course } = record;
  if (!found) return nothing;
  const { plan, line } = found;
  const approval = plan.approval
    ? `${plan.approval.authority} ${plan.approval.number}，${chineseDate(plan.approval.date)}`
    : '';
  const blocks = [
    callout([
      ['年度', `${line.year} 年，${planStates[plan.state]}`],
      ['批准', approval],
      ['项目', line.title],
      ['科目', subjectKinds[line.subjectKind]],
      ['对象', line.audience],
      ['学时', `每期 ${line.hours} 学时，${line.classes} 期，${line.people} 人`],
      ['时间', monthsText(line)],
      ['收费', `每人 ${formatFen(line.feeFen)} 元`],
    ]),
    paragraph(`培训内容：${of.content || course?.content || ''}`),
    ...line.changes.map(({ at, by, reason }) => paragraph(`报批后改动：${at.slice(0, 10)} ${by}，${reason}`)),
  ];
  return { state: `${line.year} 年计划`, documents: [recordPaper(record, '教学计划摘录', blocks)] };
}
