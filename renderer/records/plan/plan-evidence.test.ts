import { v4 as randomId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { SurveyAnswer } from '../../../shared/domain/surveys/survey-answer.ts';
import type { PlanLineDetails } from '../../../shared/domain/teaching/plan.ts';
import { planPaper } from '../../../shared/papers/teaching/year-plan.ts';
import {
  type Desk,
  openClassWith,
  openDesk,
  refused,
  sessionOn,
  setUp,
} from '../../../tests/support/desk.ts';
import { contentOf, everyKind } from '../../../tests/support/survey.ts';
import { closeSurveyRun, openSurveyRun } from '../surveys/run-commands.ts';
import { addSurvey, publishSurvey } from '../surveys/survey-commands.ts';
import { readEvidence } from './evidence.ts';
import { finishImprovement, planImprovement } from './improvement-commands.ts';
import { addPlanLine, advancePlan, removePlanLine } from './plan-commands.ts';
import { readYearPlan } from './plan-progress.ts';
import { suggestLines } from './proposals.ts';
import { proposePlanLines } from './propose-command.ts';

const [overall, , , advice] = everyKind;
const received = { kiosk: 5, file: 0, paper: 0, sheet: 0 };

/** This year's class, valued by five learners at so many points each. */
async function valuedClass(desk: Desk, points: readonly number[], { title = '', closes = true } = {}) {
  const content = contentOf([overall!, advice!], '效果评估');
  const { id } = await desk.execute(addSurvey, { audience: 'learners', content });
  await desk.execute(publishSurvey, { id });
  const of = await openClassWith(desk, [sessionOn('2026-10-10')], { number: title || '2026-01' });
  const run = await desk.execute(openSurveyRun, {
    surveyId: id,
    aboutClassId: of.id,
    access: 'open',
    given: 10,
  });
  const answers: SurveyAnswer[] = points.map((all) => ({ all, advice: '多安排实操' }));
  if (closes) {
    await desk.execute(closeSurveyRun, { runId: run.id, lot: randomId(), given: 10, received, answers });
  }
  return { of, run };
}

const details = (about: Partial<PlanLineDetails> = {}): PlanLineDetails => ({
  year: 2027,
  title: '知识更新',
  subjectKind: 'professional',
  audience: '工程技术人员',
  hours: 30,
  classes: 1,
  people: 50,
  firstMonth: '2027-03',
  lastMonth: '2027-06',
  trainer: '',
  feeFen: 0,
  feeBasis: '',
  fundSource: 'employer',
  evidence: { runIds: [], stated: '' },
  ...about,
});

const submit = (desk: Desk) => desk.execute(advancePlan, { year: 2027 });

async function deskSetUp() {
  const desk = await openDesk();
  await setUp(desk);
  return desk;
}

describe('第24条: a plan is submitted on the ground of what was evaluated', () => {
  test('a line without evidence stops it, by name', async () => {
    const desk = await deskSetUp();
    const { run } = await valuedClass(desk, [5, 5, 4, 4, 5]);
    await desk.execute(addPlanLine, { line: details({ evidence: { runIds: [run.id], stated: '' } }) });
    await desk.execute(addPlanLine, { line: details({ title: '没有依据的班' }) });
    const why = await refused(submit(desk));
    expect(why.code).toBe('planLinesUnfounded');
    expect(why.message).toContain('“没有依据的班” 没有写评估依据');
    const { lines } = await readYearPlan(desk.database, 2027);
    await desk.execute(removePlanLine, { id: lines.find(({ title }) => title === '没有依据的班')!.id });
    expect(await submit(desk)).toBe('submitted');
  });

  test('what was valued low stops it until somebody undertakes it', async () => {
    const desk = await deskSetUp();
    const { run } = await valuedClass(desk, [2, 3, 3, 4, 3]);
    const { id } = await desk.execute(addPlanLine, {
      line: details({ evidence: { runIds: [run.id], stated: '' } }),
    });
    expect((await refused(submit(desk))).code).toBe('planLowItemsOpen');
    const task = {
      planLineId: id,
      runId: run.id,
      itemKey: 'all',
      item: '总体满意度',
      action: '换教材',
      owner: '周老师',
      dueOn: '2027-03-01',
    };
    await desk.execute(planImprovement, task);
    await desk.execute(planImprovement, { ...task, owner: '高教授' });
    const [kept] = await desk.database.rows.improvementTasks.toArray();
    expect(await desk.database.rows.improvementTasks.count()).toBe(1);
    expect(kept).toMatchObject({ owner: '高教授', mean: 3, done: null });
    await desk.execute(finishImprovement, { id: kept!.id, note: '已换新版教材' });
    expect((await desk.database.rows.improvementTasks.get(kept!.id))?.done).toMatchObject({
      note: '已换新版教材',
    });
    expect(await submit(desk)).toBe('submitted');
  });

  test('nothing is undertaken about what was valued well, and a survey that still collects is no evidence', async () => {
    const desk = await deskSetUp();
    const { run } = await valuedClass(desk, [5, 5, 4, 4, 5]);
    const { id } = await desk.execute(addPlanLine, {
      line: details({ evidence: { runIds: [run.id], stated: '' } }),
    });
    const task = {
      planLineId: id,
      runId: run.id,
      itemKey: 'all',
      item: '总体',
      action: '改进',
      owner: '周老师',
      dueOn: '2027-03-01',
    };
    expect((await refused(desk.execute(planImprovement, task))).code).toBe('notFound');
    const open = await valuedClass(desk, [], { title: '2026-02', closes: false }).catch(
      (thrown: Error) => thrown,
    );
    if (open instanceof Error) throw open;
    const line = details({ evidence: { runIds: [open.run.id], stated: '' } });
    expect((await refused(desk.execute(addPlanLine, { line }))).code).toBe('runNotClosed');
  });
});

describe('next year’s plan opens with the evidence', () => {
  test('what this year held is suggested with its scores and comments, low items become tasks, all at once', async () => {
    const desk = await deskSetUp();
    const { of, run } = await valuedClass(desk, [2, 3, 3, 4, 3]);
    const [one] = await suggestLines(desk.database, 2027);
    expect(one).toMatchObject({
      line: {
        title: '知识更新',
        firstMonth: '2027-10',
        lastMonth: '2027-10',
        evidence: { runIds: [run.id] },
      },
      comments: Array(5).fill('多安排实操'),
      taken: null,
    });
    expect(one?.results[0]?.low).toEqual([{ key: 'all', label: '总体满意度', mean: 3 }]);
    const task = {
      runId: run.id,
      itemKey: 'all',
      item: '总体满意度',
      action: '改进',
      owner: '周老师',
      dueOn: '2027-10-01',
    };
    const wrong = { ...task, itemKey: 'never-asked' };
    const both = (tasks: (typeof task)[]) =>
      desk.execute(proposePlanLines, { year: 2027, proposals: [{ line: one!.line, tasks }] });
    expect((await refused(both([task, wrong]))).code).toBe('notFound');
    expect(await desk.database.rows.planLines.count()).toBe(0);
    expect(await both([task])).toBe(1);
    expect((await suggestLines(desk.database, 2027))[0]?.taken).toBe('知识更新');
    expect(await submit(desk)).toBe('submitted');
    const found = await readYearPlan(desk.database, 2027);
    const evidence = await readEvidence(desk.database, found.lines);
    const founded = { ...found, ...evidence, issuer: '示例基地', year: 2027 };
    const printed = JSON.stringify(planPaper(founded, '2026-11-24'));
    expect(printed).toContain(`${of.title}：收回 5/10（50.0%），均分 3.00，满意 20.0%`);
    expect(printed).toContain('总体满意度（3.00）：改进，周老师，2027-10-01 前');
  });
});
