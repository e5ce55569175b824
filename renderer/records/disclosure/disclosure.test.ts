import { expect, test } from 'vitest';
import { openClassWith, openDesk, refused, sessionOn, setUp } from '../../../tests/support/desk.ts';
import { feeItemOf } from '../../../tests/support/fee-item.ts';
import { charge, deskWithFees, noticeTexts } from '../../../tests/support/fees.ts';
import { setFeeItems } from '../fees/fee-commands.ts';
import { addPlanLine, advancePlan } from '../plan/plan-commands.ts';
import { publishNotice } from './notice-commands.ts';

test('a published version is frozen, whatever becomes of the class', async () => {
  const { desk, classId, notice } = await deskWithFees();
  expect(notice).toMatchObject({
    version: 1,
    place: '基地公告栏',
    publishedOn: '2026-11-01',
    lines: [{ classId, hours: 8, period: '2026年11月7日至11月14日', items: [feeItemOf()] }],
  });
  await desk.execute(setFeeItems, { classId, items: [feeItemOf({ standardFen: 900_00 })] });
  expect(await desk.database.rows.notices.get(notice.id)).toEqual(notice);
});

test('the version in force is kept with each class, and a later one takes its place', async () => {
  const { desk, classId, learnerIds, notice } = await deskWithFees();
  expect((await desk.database.rows.classes.get(classId))?.noticeId).toBe(notice.id);
  await desk.execute(setFeeItems, { classId, items: [feeItemOf({ standardFen: 700_00 })] });
  expect((await refused(charge(desk, classId, learnerIds, { unitFen: 700_00 }))).code).toBe(
    'feeAboveStandard',
  );
  const next = { ...noticeTexts, publishedOn: '2026-11-20', classIds: [classId], planLineIds: [] };
  const second = await desk.execute(publishNotice, next);
  expect(second.version).toBe(2);
  expect((await desk.database.rows.classes.get(classId))?.noticeId).toBe(second.id);
  const [made] = await charge(desk, classId, learnerIds, { unitFen: 700_00 });
  expect(made?.noticeId).toBe(second.id);
});

test.each([
  ['nothing', { classIds: [] }, 'noticeEmpty'],
  ['a day to come', { publishedOn: '2026-11-25' }, 'dateInFuture'],
  ['a day before the last version', { publishedOn: '2026-10-01' }, 'noticeNotAfter'],
  ['no line for complaints', { complaints: '' }, 'badInput'],
])('a notice of %s is refused', async (_, about, code) => {
  const { desk, classId } = await deskWithFees();
  const act = desk.execute(publishNotice, { ...noticeTexts, classIds: [classId], planLineIds: [], ...about });
  expect((await refused(act)).code).toBe(code);
  expect(await desk.database.rows.notices.count()).toBe(1);
});

test('a class opened out of a published line of the plan charges its fee by that notice', async () => {
  const desk = await openDesk();
  await setUp(desk);
  const line = {
    year: 2026,
    title: '知识更新',
    subjectKind: 'professional' as const,
    audience: '工程技术人员',
    hours: 8,
    classes: 1,
    people: 30,
    firstMonth: '2026-11',
    lastMonth: '2026-12',
    trainer: '',
    feeFen: 600_00,
    feeBasis: '',
    fundSource: 'learner' as const,
    evidence: { runIds: [], stated: '厅里布置的新项目' },
  };
  const baseless = await desk.execute(addPlanLine, { line });
  const publish = (id: string) =>
    desk.execute(publishNotice, { ...noticeTexts, classIds: [], planLineIds: [id] });
  expect((await refused(publish(baseless.id))).code).toBe('noticeLineFeeless');
  const planned = await desk.execute(addPlanLine, { line: { ...line, feeBasis: '示发改费〔2024〕9号' } });
  const approval = { number: '1号文', date: '2026-03-01', authority: '示例市人社局' };
  await desk.execute(advancePlan, { year: 2026 });
  await desk.execute(advancePlan, { year: 2026, approval });
  const notice = await publish(planned.id);
  const of = await openClassWith(desk, [sessionOn('2026-11-28')], { planLineId: planned.id });
  expect(of).toMatchObject({ noticeId: notice.id, feeItems: [{ standardFen: 600_00, title: '培训费' }] });
  const outside = await openClassWith(desk, [], { number: '2026-02' });
  expect(outside).toMatchObject({ noticeId: null, feeItems: [] });
});
