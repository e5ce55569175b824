import type { SurveyAnswer } from '../../shared/domain/surveys/survey-answer.ts';
import type { ListedRun } from '../../shared/domain/surveys/survey-run.ts';
import { type RunResult, runResult } from '../../shared/regulation/run-result.ts';
import { tallyOf } from '../../shared/regulation/survey-tally.ts';
import { answerOf, contentOf, everyKind, ratedTrainer } from './survey.ts';

/** Answers to `everyKind`, one for each number of points; all advise the same. */
export function answersOf(points: readonly number[]): SurveyAnswer[] {
  return points.map((point) => answerOf(point, '多安排实操'));
}

/** A closed run of `everyKind` that was given to ten people. */
export function listedRunOf(id: string, points: readonly number[]): ListedRun {
  return {
    id,
    surveyId: 'survey-1',
    versionId: 'version-1',
    title: '满意度调查',
    audience: 'learners',
    classId: 'class-1',
    aboutClassId: 'class-1',
    courseId: 'course-1',
    year: 2026,
    trainers: [ratedTrainer],
    access: 'open',
    formCode: 'AB12',
    openedOn: '2026-03-28',
    openedBy: '周老师',
    given: 10,
    closed: { on: '2026-04-05', by: '周老师' },
    lots: [],
    received: { kiosk: points.length, file: 0, paper: 0, sheet: 0 },
    tally: tallyOf(contentOf(everyKind), answersOf(points)),
    classTitle: '测绘新技术',
  };
}

/** What such a run came to. */
export function runResultOf(id: string, points: readonly number[]): RunResult {
  const content = contentOf(everyKind);
  const version = { id: 'version-1', surveyId: 'survey-1', version: 2, content, at: '', by: '周老师' };
  return runResult(listedRunOf(id, points), version, 3.5);
}
