import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { Base } from '../../../shared/domain/base/base.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { monthsText, type PlanLine, planStates } from '../../../shared/domain/teaching/plan.ts';
import {
  nothingDone,
  type PlanLineDone,
  sumDone,
  sumPlan,
} from '../../../shared/regulation/plan-progress.ts';
import { resultText } from '../surveys/result-text.ts';
import type { PlanEvidenceFound } from './evidence.ts';
import type { YearPlan } from './plan-progress.ts';

const columns = [
  ['序号', 5, 'right'],
  ['培训名称', 20, 'left'],
  ['科目', 8, 'left'],
  ['培训对象', 16, 'left'],
  ['学时', 7, 'right'],
  ['期数', 7, 'right'],
  ['人数', 8, 'right'],
  ['时间', 14, 'left'],
  ['授课教师', 12, 'left'],
  ['每人收费（元）', 9, 'right'],
  ['收费依据', 10, 'left'],
  ['收费（元）', 12, 'right'],
  ['经费来源', 9, 'left'],
  ['备注', 12, 'left'],
] as const;

function cellsOf(line: PlanLine, index: number, { closed, people, receivedFen }: PlanLineDone): string[] {
  const notes = [
    ...(line.dropped ? [`不再开设：${line.dropped.reason}`] : []),
    ...(line.changes.length > 0 ? [`报批后改动 ${line.changes.length} 次`] : []),
  ];
  return [
    String(index + 1),
    line.title,
    subjectKinds[line.subjectKind].slice(0, 2),
    line.audience,
    String(line.hours),
    `${closed}/${line.classes}`,
    `${people}/${line.people}`,
    monthsText(line),
    line.trainer,
    formatFen(line.feeFen),
    line.feeBasis ?? '',
    `${formatFen(receivedFen)}/${formatFen(line.feeFen * line.people)}`,
    fundSources[line.fundSource],
    notes.join('；'),
  ];
}

function totalsOf({ lines, done }: YearPlan): string[] {
  const sum = sumPlan(lines);
  const { closed, people, receivedFen } = sumDone(done.values());
  return [
    '',
    '合计',
    '',
    '',
    String(sum.hours),
    `${closed}/${sum.classes}`,
    `${people}/${sum.people}`,
    '',
    '',
    '',
    '',
    `${formatFen(receivedFen)}/${formatFen(sum.incomeFen)}`,
    '',
    '',
  ];
}

/** The plan's rows, heading first, done and planned as `1/2`. */
function planRows(year: YearPlan): string[][] {
  const rows = year.lines.map((line, index) => cellsOf(line, index, year.done.get(line.id) ?? nothingDone));
  return [columns.map(([heading]) => heading), ...rows, totalsOf(year)];
}

/** What each line rests on, as 第24条 asks: evaluations with their figures, low items with who improves them by when. */
function groundRows({ lines }: YearPlan, { results, tasks }: PlanEvidenceFound): string[][] {
  return lines
    .filter(({ dropped }) => dropped === null)
    .map((line) => {
      const runs = (line.evidence?.runIds ?? []).flatMap((id) => results.get(id) ?? []);
      const stated = line.evidence?.stated ?? '';
      const own = tasks.filter(({ planLineId }) => planLineId === line.id);
      return [
        line.title,
        [
          ...runs.map((result) => `${result.run.classTitle || result.run.title}：${resultText(result)}`),
          ...(stated === '' ? [] : [stated]),
        ].join('\n') || '—',
        own
          .map(
            ({ item, mean, action, owner, dueOn, done }) =>
              `${item}（${mean.toFixed(2)}）：${action}，${owner}，${done ? '已完成' : `${dueOn} 前`}`,
          )
          .join('\n') || '—',
      ];
    });
}

/** The plan's rows for a sheet, with what each line rests on: read back, it is the basis in words. */
export function planSheetRows(year: YearPlan, { results }: PlanEvidenceFound): string[][] {
  const [headings = [], ...rows] = planRows(year);
  const grounds = year.lines.map(({ evidence }) => {
    const runs = (evidence?.runIds ?? []).flatMap((id) => results.get(id) ?? []);
    const told = runs.map((result) => `${result.run.classTitle || result.run.title}：${resultText(result)}`);
    return [...told, evidence?.stated ?? '']
      .filter((part) => part !== '')
      .join('；')
      .slice(0, 300);
  });
  return [[...headings, '评估依据'], ...rows.map((row, index) => [...row, grounds[index] ?? ''])];
}

/** The yearly plan for paper (第22条), with what it rests on (第24条), its approval and place for the seal. */
export function planDocument(
  base: Base,
  year: number,
  found: YearPlan,
  evidence: PlanEvidenceFound,
  today: string,
): PrintedDocument {
  const { plan } = found;
  const approval = plan.approval
    ? `${plan.approval.authority} ${plan.approval.number}（${chineseDate(plan.approval.date)}）批准`
    : '';
  const [, ...rows] = planRows(found);
  return {
    title: `${base.profile.name} ${year}年教学计划`,
    author: base.profile.name,
    footer: `${base.profile.name}　${year}年教学计划`,
    createdOn: today,
    landscape: true,
    blocks: [
      { kind: 'title', text: `${year}年继续教育教学计划` },
      {
        kind: 'paragraph',
        text: `状态：${planStates[plan.state]}${approval && `，${approval}`}。期数、人数、收费写作“已结班/计划”“已报名/计划”“已收/计划”。`,
        indented: false,
      },
      {
        kind: 'table',
        columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
        rows,
        hasTotal: true,
      },
      { kind: 'heading', text: '制定依据（第24条：上一年度培训效果评估结果）' },
      {
        kind: 'table',
        columns: [
          { heading: '培训名称', share: 22, align: 'left' },
          { heading: '评估结果和依据', share: 42, align: 'left' },
          { heading: '低分项和改进', share: 36, align: 'left' },
        ],
        rows: groundRows(found, evidence),
        hasTotal: false,
      },
      { kind: 'seal', issuer: base.profile.name, date: chineseDate(today) },
    ],
  };
}
