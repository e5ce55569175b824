import { describe, expect, test } from 'vitest';
import type { PlanLineDetails } from '../../../shared/domain/teaching/plan.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  refused,
  sessionOn,
  setUp,
} from '../../../tests/support/desk.ts';
import { charge, noticeTexts } from '../../../tests/support/fees.ts';
import { recordResults } from '../assessments/result-commands.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { editClass } from '../classes/class-commands.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { closeClass } from '../closing/closing-commands.ts';
import { publishNotice } from '../disclosure/notice-commands.ts';
import { receivePayment } from '../fees/receipt-commands.ts';
import {
  addPlanLine,
  advancePlan,
  dropPlanLine,
  editPlanLine,
  importPlanLines,
  removePlanLine,
  returnPlan,
} from './plan-commands.ts';
import { readYearPlan } from './plan-progress.ts';

const details: PlanLineDetails = {
  year: 2026,
  title: '知识更新',
  subjectKind: 'professional',
  audience: '工程技术人员',
  hours: 4,
  classes: 1,
  people: 2,
  firstMonth: '2026-10',
  lastMonth: '2026-11',
  trainer: '高教授',
  feeFen: 60_000,
  feeBasis: '示发改费〔2024〕9号',
  fundSource: 'employer',
  evidence: { runIds: [], stated: '厅里布置的新项目' },
};
const approval = { number: '示人社发〔2026〕3号', date: '2026-03-01', authority: '示例市人社局' };

async function plannedDesk(about: Partial<PlanLineDetails> = {}) {
  const desk = await openDesk();
  await setUp(desk);
  const line = await desk.execute(addPlanLine, { line: { ...details, ...about } });
  return { desk, line };
}

async function approve(desk: Desk): Promise<void> {
  await desk.execute(advancePlan, { year: 2026 });
  await desk.execute(advancePlan, { year: 2026, approval });
}

function openOutOf(desk: Desk, planLineId: string, number = '2026-01') {
  return openClassWith(desk, [sessionOn('2026-10-10')], { number, planLineId });
}

const stateOf = async (desk: Desk) => (await readYearPlan(desk.database, 2026)).plan.state;

describe('第22条: a plan is drawn up, approved, carried out and completed, one step at a time', () => {
  test('an empty plan is not submitted; an approval has its number, date and authority', async () => {
    const desk = await openDesk();
    await setUp(desk);
    expect((await refused(desk.execute(advancePlan, { year: 2026 }))).code).toBe('planEmpty');
    await desk.execute(addPlanLine, { line: details });
    await desk.execute(advancePlan, { year: 2026 });
    expect((await refused(desk.execute(advancePlan, { year: 2026 }))).code).toBe('planApprovalMissing');
    await desk.execute(advancePlan, { year: 2026, approval });
    expect((await readYearPlan(desk.database, 2026)).plan).toMatchObject({ state: 'approved', approval });
  });

  test('once submitted, every change gives its reason and the line keeps what it was', async () => {
    const { desk, line } = await plannedDesk();
    await approve(desk);
    const change = { id: line.id, line: { ...details, people: 80 } };
    expect((await refused(desk.execute(editPlanLine, change))).code).toBe('planReasonMissing');
    expect((await refused(desk.execute(removePlanLine, { id: line.id }))).code).toBe('planReasonMissing');
    await desk.execute(editPlanLine, { ...change, reason: '报名踊跃' });
    await desk.execute(addPlanLine, { line: { ...details, title: '补充班' }, reason: '厅里布置' });
    const { lines } = await readYearPlan(desk.database, 2026);
    expect(lines.map(({ title, people, changes }) => [title, people, changes])).toEqual([
      ['补充班', 2, [expect.objectContaining({ reason: '厅里布置', before: null })]],
      ['知识更新', 80, [expect.objectContaining({ reason: '报名踊跃', before: details })]],
    ]);
  });

  test('a class is opened out of an approved line only; with the first the plan is being carried out', async () => {
    const { desk, line } = await plannedDesk();
    expect((await refused(openOutOf(desk, line.id))).code).toBe('planNotApproved');
    await approve(desk);
    const of = await openOutOf(desk, line.id);
    expect(await stateOf(desk)).toBe('running');
    const { startDate: _s, endDate: _e, closed: _c, countingRules: _r, ...stated } = of;
    await desk.execute(editClass, { ...stated, planLineId: null });
    expect((await desk.database.rows.classes.get(of.id))?.planLineId).toBe(line.id);
    await desk.execute(dropPlanLine, { id: line.id, reason: '不再需要' });
    expect((await refused(openOutOf(desk, line.id, '2026-02'))).code).toBe('planLineDropped');
  });

  test('it is completed when each line was held as often as planned, or says why not', async () => {
    const { desk, line } = await plannedDesk();
    const other = await desk.execute(addPlanLine, { line: { ...details, title: '没有办的班' } });
    await approve(desk);
    const of = await openOutOf(desk, line.id);
    const learnerIds = await addLearners(desk, 2);
    await desk.execute(enrolLearners, { classId: of.id, learnerIds });
    expect((await refused(desk.execute(advancePlan, { year: 2026 }))).message).toContain(
      '“没有办的班”、“知识更新” 没有按期数结班',
    );
    const [session] = await desk.database.rows.sessions.toArray();
    const marks = learnerIds.map((learnerId) => ({ learnerId, status: 'present' as const }));
    await desk.execute(markAttendance, { sessionId: session!.id, marks });
    const result = { kind: 'verdict' as const, passed: true };
    await desk.execute(recordResults, {
      classId: of.id,
      results: learnerIds.map((learnerId) => ({ learnerId, which: 'first' as const, result })),
    });
    await desk.execute(closeClass, { classId: of.id });
    await desk.execute(dropPlanLine, { id: other.id, reason: '报名不足' });
    const { done } = await readYearPlan(desk.database, 2026);
    expect(done.get(line.id)).toEqual({ classes: 1, closed: 1, people: 2, hours: 4, receivedFen: 0 });
    expect(await desk.execute(advancePlan, { year: 2026 })).toBe('done');
    expect((await refused(desk.execute(addPlanLine, { line: details, reason: '再来' }))).code).toBe(
      'planFinished',
    );
  });

  test('a sheet of lines is taken whole or not at all, with its reason once submitted', async () => {
    const { desk } = await plannedDesk();
    const rows = [
      { row: 3, line: { ...details, title: '第一项' } },
      { row: 4, line: { ...details, title: '第二项' } },
    ];
    expect(await desk.execute(importPlanLines, { year: 2026, rows })).toBe(2);
    await desk.execute(advancePlan, { year: 2026 });
    const late = [{ row: 3, line: { ...details, title: '补充项' } }];
    expect((await refused(desk.execute(importPlanLines, { year: 2026, rows: late }))).code).toBe(
      'planReasonMissing',
    );
    const mixed = [
      ...late,
      { row: 4, line: { ...details, year: 2027, firstMonth: '2027-03', lastMonth: '2027-06' } },
    ];
    const act = desk.execute(importPlanLines, { year: 2026, rows: mixed, reason: '厅里追加' });
    expect((await refused(act)).message).toBe('第4行：不是 2026 年的项目');
    await desk.execute(importPlanLines, { year: 2026, rows: late, reason: '厅里追加' });
    const { lines } = await readYearPlan(desk.database, 2026);
    expect(lines.map(({ title }) => title).sort()).toEqual(['知识更新', '第一项', '第二项', '补充项'].sort());
    expect(lines.find(({ title }) => title === '补充项')?.changes).toMatchObject([
      { reason: '厅里追加', before: null },
    ]);
  });

  test('money received for the classes of a line counts towards it', async () => {
    const { desk, line } = await plannedDesk();
    await approve(desk);
    const of = await openOutOf(desk, line.id);
    const learnerIds = await addLearners(desk, 2);
    await desk.execute(enrolLearners, { classId: of.id, learnerIds });
    await desk.execute(publishNotice, { ...noticeTexts, classIds: [], planLineIds: [line.id] });
    const [first] = await charge(desk, of.id, learnerIds);
    await desk.execute(receivePayment, {
      date: '2026-11-24',
      method: 'cash',
      source: 'learner',
      partyName: '学员1',
      employerId: null,
      note: '',
      lines: [{ chargeId: first!.id, fen: 200_00 }],
    });
    const { done } = await readYearPlan(desk.database, 2026);
    expect(done.get(line.id)).toMatchObject({ people: 2, receivedFen: 200_00 });
  });

  test('returned, it is a draft again without its approval, and the reason stays', async () => {
    const { desk } = await plannedDesk();
    await approve(desk);
    await desk.execute(returnPlan, { year: 2026, reason: '厅里要求调整' });
    expect((await readYearPlan(desk.database, 2026)).plan).toMatchObject({
      state: 'draft',
      approval: null,
      steps: [{ state: 'submitted' }, { state: 'approved' }, { state: 'draft', reason: '厅里要求调整' }],
    });
  });
});
