import { z } from 'zod';
import { administratorOnly, whoTeaches } from '../../../shared/domain/base/actor.ts';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import type { TrainerScore } from '../../../shared/domain/people/trainer-score.ts';
import {
  answerFault,
  type RatedTrainer,
  surveyAnswer,
  withoutOrder,
} from '../../../shared/domain/surveys/survey-answer.ts';
import { channelCounts, type SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { overallResult, pointsOfHundred, resultLines } from '../../../shared/regulation/survey-results.ts';
import { fewestAnswers } from '../../../shared/regulation/survey-statistics.ts';
import { tallyOf } from '../../../shared/regulation/survey-tally.ts';
import { trainersOf } from '../../../shared/regulation/timetable-conflict.ts';
import { resolveTrainers } from '../../../shared/regulation/trainer-roster.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustBePublished } from '../drafts/drafts.ts';
import { mustGet, sessionsOfClass } from '../lookups.ts';
import { namedTrainers } from '../sealing/trainer-rows.ts';
import { surveyDrafts } from './survey-drafts.ts';

/** Who taught a class, each once; a name the roster does not know gets an id of this run only. */
async function ratedTrainers(classId: string, { database, newId }: CommandContext): Promise<RatedTrainer[]> {
  const [sessions, roster] = await Promise.all([sessionsOfClass(database, classId), namedTrainers(database)]);
  const rated = new Map<string, RatedTrainer>();
  for (const session of sessions) {
    const ids = resolveTrainers(session, roster);
    for (const name of trainersOf(session)) {
      const id = ids[name];
      if (!rated.has(id ?? name)) rated.set(id ?? name, { id: id ?? newId(), name });
    }
  }
  return [...rated.values()];
}

/** Four digits that no run still open has: what a pile of paper forms is found by. */
async function freeFormCode({ database }: CommandContext): Promise<string> {
  const runs = await database.rows.surveyRuns.toArray();
  const taken = new Set(runs.filter(({ closed }) => closed === null).map(({ formCode }) => formCode));
  let next = runs.length;
  do next += 1;
  while (taken.has(String(1000 + (next % 9000))));
  return String(1000 + (next % 9000));
}

const nothingReceived = { kiosk: 0, file: 0, paper: 0, sheet: 0 };

/**
 * Puts the published version of a survey to the learners of a class, to employers about a class, or to
 * whoever is asked (第24条). Which trainers are valued is fixed here, from the timetable.
 * @throws Refusal surveyUnpublished
 */
export const openSurveyRun = defineCommand({
  name: 'openSurveyRun',
  label: '发放问卷',
  event: 'surveyRunOpened',
  roles: whoTeaches,
  input: z.object({
    surveyId: z.uuid(),
    /** What it is about; null asks in general. */
    aboutClassId: z.uuid().nullable(),
    access: z.enum(['codes', 'open']),
    given: z.number().int('份数应为整数').min(0).max(100_000),
  }),
  async perform({ surveyId, aboutClassId, access, given }, context) {
    const { database, write, newId, today, actor } = context;
    const survey = await mustGet(database, 'surveys', surveyId, '问卷');
    const version = await mustBePublished(surveyDrafts, database, survey);
    const of = aboutClassId === null ? null : await mustGet(database, 'classes', aboutClassId, '培训班');
    const run: SurveyRun = {
      id: newId(),
      surveyId,
      versionId: version.id,
      title: version.content.title,
      audience: survey.audience,
      classId: survey.audience === 'learners' ? aboutClassId : null,
      aboutClassId,
      courseId: of?.courseId ?? null,
      year: civilYear(of?.endDate ?? today),
      trainers: aboutClassId === null ? [] : await ratedTrainers(aboutClassId, context),
      access,
      formCode: await freeFormCode(context),
      openedOn: today,
      openedBy: actor.name,
      given,
      closed: null,
      lots: [],
      received: nothingReceived,
      tally: null,
    };
    await write.put('surveyRuns', run);
    return run;
  },
});

/** The trainers of the roster get their points of the class from what its learners said. */
async function writeScores(
  run: SurveyRun,
  rated: ReturnType<typeof overallResult>['trainers'],
  { database, write, newId, at, actor, today }: CommandContext,
): Promise<void> {
  const { classId } = run;
  if (classId === null || rated.length === 0) return;
  const known = await database.rows.trainers.bulkGet(rated.map(({ trainer }) => trainer.id));
  const before = await database.rows.trainerScores.where('classId').equals(classId).toArray();
  const scores = rated.flatMap(({ trainer, mean, answers }, index): TrainerScore[] => {
    if (!known[index]) return [];
    const own = before.find(({ trainerId }) => trainerId === trainer.id);
    const score = pointsOfHundred(mean);
    const about = { trainerId: trainer.id, classId, score, answers, date: today, note: '' };
    return [{ ...about, id: own?.id ?? newId(), runId: run.id, at, by: actor.name }];
  });
  if (scores.length > 0) await write.put('trainerScores', ...scores);
}

/**
 * Ends the collecting and counts the ballot box, all at once, so that the journal holds no answer by itself.
 * A lot that was counted is never counted again; a later lot needs five answers, since it stands alone.
 * @throws Refusal runClosed, runCounted, lotTooSmall, givenBelowAnswers, badInput
 */
export const closeSurveyRun = defineCommand({
  name: 'closeSurveyRun',
  label: '结束收集',
  event: 'surveyRunClosed',
  roles: whoTeaches,
  input: z.object({
    runId: z.uuid(),
    lot: z.uuid(),
    given: z.number().int('份数应为整数').min(0).max(100_000),
    received: channelCounts,
    answers: z.array(surveyAnswer).max(100_000),
  }),
  async perform({ runId, lot, given, received, answers }, context) {
    const { database, write, today, actor } = context;
    const run = await mustGet(database, 'surveyRuns', runId, '评估调查');
    const about = { title: run.title };
    if (run.lots.includes(lot)) throw refusal('runCounted', about);
    if (run.closed) throw refusal('runClosed', about);
    if (run.tally && answers.length > 0 && answers.length < fewestAnswers) {
      throw refusal('lotTooSmall', { ...about, answers: answers.length });
    }
    const { content } = await mustGet(database, 'surveyVersions', run.versionId, '问卷');
    for (const answer of answers) {
      const why = answerFault({ content, trainers: run.trainers }, answer, true);
      if (why) throw refusal('badInput', { where: '答卷', why });
    }
    const before = (await database.rows.surveyAnswers.get(runId))?.answers ?? [];
    const all = withoutOrder([...before, ...answers]);
    if (given < all.length) throw refusal('givenBelowAnswers', { ...about, given, answers: all.length });
    const tally = tallyOf(content, all);
    const counted: SurveyRun = {
      ...run,
      given,
      tally,
      lots: [...run.lots, lot],
      received: {
        kiosk: run.received.kiosk + received.kiosk,
        file: run.received.file + received.file,
        paper: run.received.paper + received.paper,
        sheet: run.received.sheet + received.sheet,
      },
      closed: { on: today, by: actor.name },
    };
    await write.put('surveyRuns', counted);
    await write.put('surveyAnswers', { runId, classId: run.classId, answers: all });
    const { trainers } = overallResult(resultLines(content, run.trainers, tally));
    await writeScores(counted, trainers, context);
    return counted;
  },
});

export const reopenSurveyRun = defineCommand({
  name: 'reopenSurveyRun',
  label: '重新开始收集',
  event: 'surveyRunReopened',
  roles: administratorOnly,
  input: z.object({ runId: z.uuid() }),
  async perform({ runId }, { database, write }) {
    const run = await mustGet(database, 'surveyRuns', runId, '评估调查');
    if (run.closed) await write.put('surveyRuns', { ...run, closed: null });
  },
});

/** Takes back a run of which nothing was counted. @throws Refusal runHasAnswers */
export const removeSurveyRun = defineCommand({
  name: 'removeSurveyRun',
  label: '删除评估调查',
  event: 'surveyRunRemoved',
  roles: administratorOnly,
  input: z.object({ runId: z.uuid() }),
  async perform({ runId }, { database, write }) {
    const run = await mustGet(database, 'surveyRuns', runId, '评估调查');
    if (run.tally && run.tally.answers > 0) throw refusal('runHasAnswers', { title: run.title });
    await write.remove('surveyAnswers', runId);
    await write.remove('surveyRuns', runId);
  },
});
