import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Course } from '../../../shared/domain/teaching/course.ts';
import type { PlanLine, PlanLineDetails } from '../../../shared/domain/teaching/plan.ts';
import type { RunResult } from '../../../shared/regulation/run-result.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { readResults } from '../surveys/queries.ts';
import { commentsOf } from './evidence.ts';

/** A line that next year's plan might have, since this year had it. */
export interface SuggestedLine {
  key: string;
  line: PlanLineDetails;
  results: RunResult[];
  /** What was written in them, in an order that says nothing. */
  comments: string[];
  /** The line of the plan that repeats it already; null where none does. */
  taken: string | null;
}

/** The same month a year on. */
function nextYear(month: string): string {
  return `${Number(month.slice(0, 4)) + 1}${month.slice(4)}`;
}

function fromPlanLine(line: PlanLine, year: number, runIds: string[]): PlanLineDetails {
  const { id: _id, changes: _changes, dropped: _dropped, ...stated } = line;
  return {
    ...stated,
    year,
    firstMonth: nextYear(line.firstMonth),
    lastMonth: nextYear(line.lastMonth),
    evidence: { runIds, stated: '' },
  };
}

function fromClasses(
  classes: readonly TrainingClass[],
  course: Course | undefined,
  year: number,
  people: number,
  runIds: string[],
): PlanLineDetails {
  const [of] = classes;
  const starts = classes.map(({ startDate }) => startDate ?? `${year - 1}-03-01`).sort();
  const ends = classes.map(({ endDate }) => endDate ?? `${year - 1}-06-30`).sort();
  const fee = of?.feeItems.find(({ kind, unit }) => kind === 'training' && unit === 'person');
  // A class over New Year begins in the year before.
  const first = (starts[0] ?? '').slice(0, 4) === String(year - 1) ? (starts[0] ?? '') : `${year - 1}-01-01`;
  return {
    year,
    title: course?.title ?? of?.title ?? '',
    subjectKind: course?.subjectKind ?? 'professional',
    audience: '专业技术人员',
    hours: course?.creditHours ?? 30,
    classes: classes.length,
    people: Math.max(1, people),
    firstMonth: nextYear(first.slice(0, 7)),
    lastMonth: nextYear((ends.at(-1) ?? '').slice(0, 7)),
    trainer: '',
    feeFen: fee?.standardFen ?? 0,
    feeBasis: fee?.basis ?? '',
    fundSource: of?.fundSource ?? 'learner',
    evidence: { runIds, stated: '' },
  };
}

/**
 * What a year's plan may repeat of the year before: its plan lines and, by course, the classes held outside
 * of them, each with its evaluations; the best valued first, those never evaluated last (第24条).
 */
export async function suggestLines(database: BaseDatabase, year: number): Promise<SuggestedLine[]> {
  const { rows } = database;
  const before = year - 1;
  const [classes, planned, present, results] = await Promise.all([
    rows.classes.where('endDate').between(`${before}-01-01`, `${before}-12-31`, true, true).toArray(),
    rows.planLines.where('year').equals(before).toArray(),
    rows.planLines.where('year').equals(year).toArray(),
    readResults(database, { year: before }),
  ]);
  const groups = new Map<string, TrainingClass[]>();
  for (const of of classes) {
    const key = of.planLineId ?? `course ${of.courseId}`;
    groups.set(key, [...(groups.get(key) ?? []), of]);
  }
  for (const { id, dropped } of planned) if (!dropped && !groups.has(id)) groups.set(id, []);
  const suggested = await Promise.all(
    [...groups].map(async ([key, own]): Promise<SuggestedLine> => {
      const ids = new Set(own.map(({ id }) => id));
      const about = results.filter(({ run }) => run.aboutClassId !== null && ids.has(run.aboutClassId));
      const runIds = about.map(({ run }) => run.id);
      const line = planned.find(({ id }) => id === key);
      const [course, people] = await Promise.all([
        rows.courses.get(own[0]?.courseId ?? ''),
        rows.enrolments
          .where('classId')
          .anyOf([...ids])
          .count(),
      ]);
      const details = line
        ? fromPlanLine(line, year, runIds)
        : fromClasses(own, course, year, people, runIds);
      const repeats = present.find(
        ({ title, evidence }) => title === details.title || evidence.runIds.some((id) => runIds.includes(id)),
      );
      return {
        key,
        line: details,
        results: about,
        comments: (await Promise.all(about.map((result) => commentsOf(database, result)))).flat().sort(),
        taken: repeats?.title ?? null,
      };
    }),
  );
  const meanOf = ({ results: own }: SuggestedLine) =>
    Math.max(-1, ...own.map(({ overall }) => overall.mean ?? -1));
  return suggested.sort((a, b) => meanOf(b) - meanOf(a) || a.line.title.localeCompare(b.line.title, 'zh-CN'));
}
