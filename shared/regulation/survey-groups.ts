import type { ValueCounts } from '../domain/surveys/survey-run.ts';
import type { RunResult } from './run-result.ts';
import {
  addCounts,
  compareAverages,
  type Difference,
  momentsOf,
  netSatisfaction,
  responseRate,
  satisfaction,
} from './survey-statistics.ts';

export const groupings = { class: '培训班', trainer: '教师', course: '课程', year: '年度' } as const;
export type Grouping = keyof typeof groupings;

/** Several runs as one line. */
export interface GroupLine {
  key: string;
  label: string;
  runs: number;
  given: number;
  answers: number;
  responseRate: number | null;
  mean: number | null;
  satisfactionRate: number | null;
  netSatisfaction: number | null;
  /** All points of five given to it. */
  counts: ValueCounts;
  /** Against all other groups together. */
  difference: Difference | null;
}

interface Part {
  key: string;
  label: string;
  result: RunResult;
  counts: ValueCounts;
}

function partsOf(result: RunResult, grouping: Grouping, courseTitle: (id: string) => string): Part[] {
  const { run, overall } = result;
  switch (grouping) {
    case 'class':
      return run.aboutClassId === null
        ? []
        : [{ key: run.aboutClassId, label: run.classTitle, result, counts: overall.counts }];
    case 'course':
      return run.courseId === null
        ? []
        : [{ key: run.courseId, label: courseTitle(run.courseId), result, counts: overall.counts }];
    case 'year':
      return [{ key: String(run.year), label: `${run.year} 年`, result, counts: overall.counts }];
    case 'trainer':
      return overall.trainers.map(({ trainer, counts }) => ({
        key: trainer.id,
        label: trainer.name,
        result,
        counts,
      }));
  }
}

/**
 * Results by class, trainer, course or year. Runs below five answers count with their numbers only: what
 * they said is in no mean, so that it can't be told from the difference of two.
 */
export function groupResults(
  results: readonly RunResult[],
  grouping: Grouping,
  courseTitle: (id: string) => string,
): GroupLine[] {
  const groups = new Map<string, Part[]>();
  for (const part of results.flatMap((result) => partsOf(result, grouping, courseTitle))) {
    groups.set(part.key, [...(groups.get(part.key) ?? []), part]);
  }
  const pooled = [...groups].map(([key, parts]) => ({
    key,
    parts,
    counts: addCounts(parts.map((part) => part.counts)),
  }));
  return pooled
    .map(({ key, parts, counts }) => {
      const given = parts.reduce((sum, { result }) => sum + result.run.given, 0);
      const answers = parts.reduce((sum, { result }) => sum + result.answers, 0);
      const others = addCounts(pooled.filter((group) => group.key !== key).map((group) => group.counts));
      return {
        key,
        label: parts[0]?.label ?? '',
        runs: parts.length,
        given,
        answers,
        responseRate: responseRate(given, answers),
        mean: momentsOf(counts)?.mean ?? null,
        satisfactionRate: satisfaction(counts).rate,
        netSatisfaction: netSatisfaction(counts),
        counts,
        difference: compareAverages(counts, others),
      };
    })
    .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
}
