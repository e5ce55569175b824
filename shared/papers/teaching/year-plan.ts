import type { PrintedDocument } from '../../contract/printed-document.ts';
import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { type CivilDate, chineseDate } from '../../domain/base/civil-date.ts';
import { fundSources } from '../../domain/money/fund-source.ts';
import { formatFen } from '../../domain/money/money.ts';
import { shortSubject } from '../../domain/teaching/course.ts';
import type { ImprovementTask } from '../../domain/teaching/improvement-task.ts';
import { monthsText, type PlanLine, planStates } from '../../domain/teaching/plan.ts';
import {
  nothingDone,
  type PlanLineDone,
  sumDone,
  sumPlan,
  type YearPlan,
} from '../../regulation/plan-progress.ts';
import type { RunResult } from '../../regulation/run-result.ts';
import { paragraph, seal, section, title } from '../blocks.ts';
import { paper } from '../paper.ts';
import { resultText } from '../surveys/result-words.ts';
import { numbered, type PaperTable, rowOf, tableBlock, textRows } from '../table.ts';

/** A year's plan with what its lines rest on (第24条). */
export interface FoundedPlan extends YearPlan {
  issuer: string;
  year: number;
  /** The runs that the lines name, by id. */
  results: ReadonlyMap<string, RunResult>;
  tasks: readonly ImprovementTask[];
}

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

function cellsOf(line: PlanLine, { closed, people, receivedFen }: PlanLineDone): string[] {
  const notes = [
    ...(line.dropped ? [`不再开设：${line.dropped.reason}`] : []),
    ...(line.changes.length > 0 ? [`报批后改动 ${line.changes.length} 次`] : []),
  ];
  return [
    line.title,
    shortSubject(line.subjectKind),
    line.audience,
    String(line.hours),
    `${closed}/${line.classes}`,
    `${people}/${line.people}`,
    monthsText(line),
    line.trainer,
    formatFen(line.feeFen),
    line.feeBasis,
    `${formatFen(receivedFen)}/${formatFen(line.feeFen * line.people)}`,
    fundSources[line.fundSource],
    notes.join('；'),
  ];
}

/** The plan's lines, done and planned as `1/2`, and their sums. */
function linesTable({ lines, done }: YearPlan): PaperTable {
  const sum = sumPlan(lines);
  const { closed, people, receivedFen } = sumDone(done.values());
  return {
    columns,
    rows: numbered(lines.map((line) => cellsOf(line, done.get(line.id) ?? nothingDone))),
    total: rowOf(columns, {
      培训名称: '合计',
      学时: sum.hours,
      期数: `${closed}/${sum.classes}`,
      人数: `${people}/${sum.people}`,
      '收费（元）': `${formatFen(receivedFen)}/${formatFen(sum.incomeFen)}`,
    }),
  };
}

/** The evaluations and words a line rests on, each in one line of text. */
function groundsOf({ evidence }: PlanLine, results: FoundedPlan['results']): string[] {
  const runs = evidence.runIds.flatMap((id) => results.get(id) ?? []);
  const told = runs.map((result) => `${result.run.classTitle || result.run.title}：${resultText(result)}`);
  return [...told, evidence.stated].filter((part) => part !== '');
}

/** What each line rests on, as 第24条 asks: evaluations with their figures, low items with who improves them by when. */
function groundsTable({ lines, results, tasks }: FoundedPlan): PaperTable {
  const rows = lines
    .filter(({ dropped }) => dropped === null)
    .map((line) => [
      line.title,
      groundsOf(line, results).join('\n') || '—',
      tasks
        .filter(({ planLineId }) => planLineId === line.id)
        .map(
          ({ item, mean, action, owner, dueOn, done }) =>
            `${item}（${mean.toFixed(2)}）：${action}，${owner}，${done ? '已完成' : `${dueOn} 前`}`,
        )
        .join('\n') || '—',
    ]);
  return {
    columns: [
      ['培训名称', 22, 'left'],
      ['评估结果和依据', 42, 'left'],
      ['低分项和改进', 36, 'left'],
    ],
    rows,
  };
}

/** A sheet that is read back takes so much of a basis. */
const longestBasis = 300;

/** The plan as a sheet, with what each line rests on: read back, it is the basis in words. */
export function planWorkbook(found: FoundedPlan): WrittenWorkbook {
  const { issuer, year, plan, lines, results } = found;
  const name = `${issuer} ${year}年教学计划`;
  const grounds = lines.map((line) => groundsOf(line, results).join('；').slice(0, longestBasis));
  const [headings = [], ...rows] = textRows(linesTable(found));
  return {
    name,
    sheet: `${year}年教学计划`,
    above: [`${name}（${planStates[plan.state]}）`],
    rows: [[...headings, '评估依据'], ...rows.map((row, index) => [...row, grounds[index] ?? ''])],
  };
}

/** The yearly plan for paper (第22条), with what it rests on (第24条), its approval and place for the seal. */
export function planPaper(found: FoundedPlan, today: CivilDate): PrintedDocument {
  const { issuer, year, plan } = found;
  const approval = plan.approval
    ? `，${plan.approval.authority} ${plan.approval.number}（${chineseDate(plan.approval.date)}）批准`
    : '';
  const foot = `${year}年教学计划`;
  return paper({ issuer, name: `${issuer} ${foot}`, foot, on: today, landscape: true }, [
    title(`${year}年继续教育教学计划`),
    paragraph(
      `状态：${planStates[plan.state]}${approval}。期数、人数、收费写作“已结班/计划”“已报名/计划”“已收/计划”。`,
    ),
    tableBlock(linesTable(found)),
    ...section('制定依据（第24条：上一年度培训效果评估结果）', [tableBlock(groundsTable(found))]),
    seal(issuer, today),
  ]);
}
