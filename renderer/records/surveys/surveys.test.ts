import { v4 as randomId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { SurveyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import { surveyTemplates } from '../../../shared/domain/surveys/survey-templates.ts';
import { answersWorkbook } from '../../../shared/papers/surveys/answers-workbook.ts';
import { compareQuestion, textsOf } from '../../../shared/regulation/run-result.ts';
import { groupResults } from '../../../shared/regulation/survey-groups.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  refused,
  sessionOn,
  setUp,
} from '../../../tests/support/desk.ts';
import { contentOf, everyKind } from '../../../tests/support/survey.ts';
import { trainerDetailsOf } from '../../../tests/support/trainer.ts';
import { removeClass } from '../classes/class-commands.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { addTrainer } from '../trainers/roster-commands.ts';
import { recordTrainerScore } from '../trainers/score-commands.ts';
import { readResults } from './queries.ts';
import { closeSurveyRun, openSurveyRun, removeSurveyRun, reopenSurveyRun } from './run-commands.ts';
import { addSurvey, editSurvey, publishSurvey, removeSurvey } from './survey-commands.ts';

const received = { kiosk: 0, file: 0, paper: 0, sheet: 0 };
const content = contentOf(everyKind);

async function publishedSurvey(desk: Desk) {
  const survey = await desk.execute(addSurvey, { audience: 'learners', content });
  await desk.execute(publishSurvey, { id: survey.id });
  return survey;
}

/** A class that 高教授 of the roster teaches, with a survey that is put to its two learners. */
async function openRun(number = '2026-01', desk?: Desk) {
  const own = desk ?? (await openDesk());
  if (!desk) await setUp(own);
  if (!desk) await own.execute(addTrainer, trainerDetailsOf('高教授'));
  const [trainer] = await own.database.rows.trainers.toArray();
  const survey = desk ? (await own.database.rows.surveys.toArray())[0]! : await publishedSurvey(own);
  const of = await openClassWith(
    own,
    [sessionOn(number === '2026-01' ? '2026-10-10' : '2026-10-11', { trainerName: '高教授' })],
    { number },
  );
  const run = await own.execute(openSurveyRun, {
    surveyId: survey.id,
    aboutClassId: of.id,
    access: 'open',
    given: 40,
  });
  return { desk: own, survey, of, run, trainer: trainer! };
}

function answers(trainerId: string, points: readonly number[]): SurveyAnswer[] {
  return points.map((point) => ({ all: point, teaching: { [trainerId]: { attitude: point } } }));
}

const close = (
  desk: Desk,
  runId: string,
  given: SurveyAnswer[],
  about: { lot?: string; given?: number } = {},
) =>
  desk.execute(closeSurveyRun, {
    runId,
    lot: about.lot ?? randomId(),
    given: about.given ?? 40,
    received: { ...received, kiosk: given.length },
    answers: given,
  });

describe('a survey changes, what was given out does not', () => {
  test('answers stay with the version they were given to', async () => {
    const { desk, survey, run } = await openRun();
    const longer = contentOf([...everyKind, { ...everyKind[0]!, id: 'more', title: '场地' }]);
    await desk.execute(editSurvey, { id: survey.id, content: longer });
    expect((await desk.database.rows.surveys.get(survey.id))?.changed).toBe(true);
    expect(await desk.execute(publishSurvey, { id: survey.id })).toBe(2);
    const version = await desk.database.rows.surveyVersions.get(run.versionId);
    expect(version).toMatchObject({ version: 1, content });
    expect((await refused(desk.execute(publishSurvey, { id: survey.id }))).code).toBe('surveyUnchanged');
  });

  test('one that was given out is not removed, nor is a class that was asked', async () => {
    const { desk, survey, of, run } = await openRun();
    expect((await refused(desk.execute(removeSurvey, { id: survey.id }))).code).toBe('surveyInUse');
    expect((await refused(desk.execute(removeClass, { id: of.id }))).code).toBe('classHasRecords');
    await desk.execute(removeSurveyRun, { runId: run.id });
    await desk.execute(removeSurvey, { id: survey.id });
    expect(await desk.database.rows.surveyVersions.count()).toBe(0);
  });

  test('a draft is not given out', async () => {
    const desk = await openDesk();
    await setUp(desk);
    const { id } = await desk.execute(addSurvey, {
      audience: 'learners',
      content: surveyTemplates[0]!.content,
    });
    const act = desk.execute(openSurveyRun, { surveyId: id, aboutClassId: null, access: 'open', given: 0 });
    expect((await refused(act)).code).toBe('surveyUnpublished');
  });
});

describe('第24条: a run is counted once, and truly', () => {
  test('40 given, 36 back, 33 satisfied: 90.0 % and 91.7 %', async () => {
    const { desk, run, trainer } = await openRun();
    const points = [...Array(20).fill(5), ...Array(13).fill(4), ...Array(3).fill(2)];
    await close(desk, run.id, answers(trainer.id, points));
    const [result] = await readResults(desk.database, 'all');
    expect(result).toMatchObject({ answers: 36, responseRate: 90, overall: { satisfactionRate: 91.7 } });
  });

  test('blanks are no answers: they leave the denominator', async () => {
    const { desk, run, trainer } = await openRun();
    const blank = answers(trainer.id, [4]).map(({ all: _, ...rest }) => rest);
    await close(desk, run.id, [...answers(trainer.id, [5, 5, 5, 5, 1]), ...blank]);
    const [result] = await readResults(desk.database, 'all');
    expect(result?.lines[0]).toMatchObject({ key: 'all', answered: 5, counts: { 5: 4, 1: 1 } });
    expect(result?.overall.satisfactionRate).toBe(80);
  });

  test('the same lot is never counted twice, a closed run takes none', async () => {
    const { desk, run, trainer } = await openRun();
    const lot = randomId();
    const given = answers(trainer.id, [5, 4, 4, 5, 5]);
    await close(desk, run.id, given, { lot });
    expect((await refused(close(desk, run.id, given, { lot }))).code).toBe('runCounted');
    expect((await refused(close(desk, run.id, given))).code).toBe('runClosed');
    expect((await desk.database.rows.surveyRuns.get(run.id))?.tally?.answers).toBe(5);
  });

  test('what comes later needs five answers: fewer would stand alone in the journal', async () => {
    const { desk, run, trainer } = await openRun();
    await close(desk, run.id, answers(trainer.id, [5, 4, 4, 5, 5]));
    await desk.execute(reopenSurveyRun, { runId: run.id });
    expect((await refused(close(desk, run.id, answers(trainer.id, [1])))).code).toBe('lotTooSmall');
    await close(desk, run.id, answers(trainer.id, [1, 1, 2, 2, 3]));
    expect((await desk.database.rows.surveyRuns.get(run.id))?.tally?.answers).toBe(10);
    expect((await refused(desk.execute(removeSurveyRun, { runId: run.id }))).code).toBe('runHasAnswers');
  });

  test.each([
    ['more answers than were given out', { given: 4 }, [5, 5, 5, 5, 5], 'givenBelowAnswers'],
    ['a point that is none', {}, [5, 5, 5, 5, 9], 'badInput'],
  ])('%s: nothing is counted', async (_, about, points, code) => {
    const { desk, run, trainer } = await openRun();
    expect((await refused(close(desk, run.id, answers(trainer.id, points), about))).code).toBe(code);
    expect(await desk.database.rows.surveyAnswers.count()).toBe(0);
  });

  test('trainers of the roster get their points of 100, which nobody types over', async () => {
    const { desk, of, run, trainer } = await openRun();
    await close(desk, run.id, answers(trainer.id, [5, 4, 4, 5, 4]));
    const scores = await desk.database.rows.trainerScores.toArray();
    expect(scores).toMatchObject([
      { trainerId: trainer.id, classId: of.id, score: 88, answers: 5, runId: run.id },
    ]);
    const learnerIds = await addLearners(desk, 2);
    await desk.execute(enrolLearners, { classId: of.id, learnerIds });
    const typed = {
      trainerId: trainer.id,
      classId: of.id,
      score: 99,
      answers: 1,
      date: '2026-11-20',
      note: '',
    };
    expect((await refused(desk.execute(recordTrainerScore, typed))).code).toBe('scoreFromSurvey');
  });
});

describe('第24条: below five answers nothing is broken down', () => {
  test('no line, no mean, no score; and such a run takes no part in a comparison', async () => {
    const { desk, run, trainer } = await openRun();
    await close(desk, run.id, answers(trainer.id, [1, 1, 1, 1]));
    const second = await openRun('2026-02', desk);
    await close(desk, second.run.id, answers(trainer.id, [5, 5, 4, 5, 5]));
    const results = await readResults(desk.database, 'all');
    const [own, few] = results;
    expect(few).toMatchObject({
      answers: 4,
      isShown: false,
      lines: [],
      overall: { mean: null, trainers: [] },
    });
    expect(compareQuestion(own!, results, 'all')).toEqual({ previous: null, base: null });
    expect(await desk.database.rows.trainerScores.count()).toBe(1);
    // By class it has its numbers only; in sums over several it is left out, or the difference would tell.
    const byClass = groupResults(results, 'class', () => '');
    expect(byClass.map(({ answers: back, mean }) => [back, mean])).toEqual([
      [5, 4.8],
      [4, null],
    ]);
    const [ofYear] = groupResults(results, 'year', () => '');
    expect(ofYear).toMatchObject({ runs: 2, answers: 9, mean: 4.8, counts: { 4: 1, 5: 4 } });
    expect(groupResults(results, 'trainer', () => '')).toMatchObject([
      { label: '高教授', runs: 1, mean: 4.8 },
    ]);
    const stored = (await desk.database.rows.surveyAnswers.get(few!.run.id))!.answers;
    expect(() => answersWorkbook('示例基地', few!, results, stored)).toThrow('不到 5 份');
    expect(textsOf(stored, 'advice')).toEqual([]);
  });
});

describe('第24条: nothing that is stored joins an answer to a learner, a time or an order', () => {
  test('rows and journal hold no learner beside an answer, one entry for all, in an order of their own', async () => {
    const { desk, of, run, trainer } = await openRun();
    const learnerIds = await addLearners(desk, 6);
    await desk.execute(enrolLearners, { classId: of.id, learnerIds });
    const given = answers(trainer.id, [3, 5, 1, 4, 2, 5]);
    await close(desk, run.id, given);
    const journal = await desk.database.rows.journal.toArray();
    const holding = journal.filter(({ changes }) => changes.some(({ table }) => table === 'surveyAnswers'));
    expect(holding).toHaveLength(1);
    const stored = (await desk.database.rows.surveyAnswers.get(run.id))!;
    expect(stored.answers.map(({ all }) => all)).toEqual([1, 2, 3, 4, 5, 5]);
    const text = JSON.stringify([holding, stored, await desk.database.rows.surveyRuns.toArray()]);
    for (const id of learnerIds) expect(text).not.toContain(id);
    // Whatever order they came in, what is kept is the same, byte for byte.
    const other = await openRun('2026-02', desk);
    await close(desk, other.run.id, [...given].reverse());
    expect((await desk.database.rows.surveyAnswers.get(other.run.id))?.answers).toEqual(stored.answers);
  });
});
