import { v7 as uuid, v4 } from 'uuid';
import { z } from 'zod';
import { addDays } from '../../../../shared/domain/base/civil-date.ts';
import type { Question } from '../../../../shared/domain/surveys/survey.ts';
import { surveyTemplates } from '../../../../shared/domain/surveys/survey-templates.ts';
import { answerKept, atTerminal, inFiles, onPaper } from '../../made-up-answers.ts';
import type { BuildingDesk, Step } from './desk.ts';
import {
  addSurvey,
  closeSurveyRun,
  editSession,
  openBox,
  openSurveyRun,
  publishSurvey,
  sealAnswers,
} from './product.ts';
import { classNumbered, enrol, importRoster, lessonOn, openClassOf, sessionsOf } from './work.ts';

const number = '2026-03';

/** A class of four weeks from February on. */
export const februaryClass: Step = async (desk) => {
  const first = `${desk.today.slice(0, 4)}-02-02`;
  await openClassOf(
    desk,
    { number, title: '测绘地理信息新技术研修班', responsibleTeacher: '周老师' },
    [0, 7, 14, 21].map((days) => lessonOn(addDays(first, days))),
  );
};

/** One trainer teaches its first session, and sixty are in it. */
export const trainedClass: Step = async (desk) => {
  const of = await classNumbered(desk, number);
  const [first] = await sessionsOf(desk, of);
  if (!first) throw new Error('the class has no session');
  await desk.execute(editSession, { id: first.id, session: lessonOn(first.date, { trainerName: '高教授' }) });
  await enrol(desk, of, await importRoster(desk, 'rosters/tidy.xlsx'));
};

export const surveyPublished: Step = async ({ execute }) => {
  const template = surveyTemplates.find(({ content }) => content.title === '学员满意度调查表');
  if (!template) throw new Error('there is no such template');
  const { audience, content } = template;
  const again: Question = {
    kind: 'single',
    id: 'q1',
    title: '是否愿意再参加',
    choices: [
      { id: 'c1', title: '愿意' },
      { id: 'c2', title: '不愿意' },
    ],
    required: true,
    showIf: null,
  };
  const sections = content.sections.map((section, at) =>
    at === 1 ? { ...section, questions: [...section.questions, again] } : section,
  );
  const survey = await execute(addSurvey, { audience, content: { ...content, sections } });
  await execute(publishSurvey, { id: survey.id });
};

async function onlyRun({ database }: BuildingDesk) {
  const [run] = await database.rows.surveyRuns.toArray();
  const [trainer] = run?.trainers ?? [];
  if (!run || !trainer) throw new Error('nobody is asked about a trainer');
  return { run, runId: run.id, trainerId: trainer.id };
}

/** Seventy codes are out. */
export const collecting: Step = async (desk) => {
  const { database, execute, host } = desk;
  const [survey] = await database.rows.surveys.toArray();
  const { id: aboutClassId } = await classNumbered(desk, number);
  const run = await execute(openSurveyRun, {
    surveyId: survey?.id ?? '',
    aboutClassId,
    access: 'codes',
    given: 60,
  });
  await openBox(database, host, run);
  const { codes } = await host.surveys.issueCodes({ runId: run.id, count: 70 });
  return { codes };
};

function codesOf({ facts }: BuildingDesk): string[] {
  return z.object({ codes: z.array(z.string()) }).parse(facts).codes;
}

export const thirtyAtTerminal: Step = async (desk) => {
  const { runId, trainerId } = await onlyRun(desk);
  const codes = codesOf(desk);
  for (const [at, answered] of atTerminal.entries()) {
    const form = { token: v4(), code: codes[at] ?? '', answer: answerKept(answered, trainerId) };
    await desk.host.surveys.cast({ runId, form });
  }
};

export const thirtyInFiles: Step = async (desk) => {
  const { runId, trainerId } = await onlyRun(desk);
  const codes = codesOf(desk);
  const { url } = await desk.host.surveys.writeForm({ runId, title: '表单' });
  const page = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
  const { publicKey } = z
    .object({ publicKey: z.string() })
    .parse(JSON.parse(page.getElementById('data')?.textContent ?? ''));
  const files = await Promise.all(
    inFiles.map(async (answered, at) => {
      const form = { token: v4(), code: codes[30 + at] ?? '', answer: answerKept(answered, trainerId) };
      const bytes = new TextEncoder().encode(JSON.stringify(await sealAnswers(runId, publicKey, [form])));
      return { name: `${at}.answers.json`, bytes };
    }),
  );
  await desk.host.surveys.castFiles({ runId, files });
};

export const thirtyOnPaper: Step = async (desk) => {
  const { runId, trainerId } = await onlyRun(desk);
  const { codes } = await desk.host.surveys.issueCodes({ runId, count: 30 });
  const typed = onPaper.map((answered, at) => ({
    code: codes[at] ?? '',
    answer: answerKept(answered, trainerId),
  }));
  const pile = { id: uuid(), forms: typed.length, first: typed, second: typed };
  await desk.host.surveys.savePile({ runId, pile });
  await desk.host.surveys.castPile({ runId, pileId: pile.id });
};

export const evaluated: Step = async (desk) => {
  const { runId } = await onlyRun(desk);
  const { lot, received, content } = await desk.host.surveys.shut({ runId });
  await desk.execute(closeSurveyRun, { runId, lot, given: 100, received, answers: content });
  await desk.host.surveys.empty({ runId, lot });
};
