import { addDays } from '../../../../shared/domain/base/civil-date.ts';
import type { Step } from './desk.ts';
import { approvedPlan, onlyLine, plannedTitle } from './plan.ts';
import {
  chargeLearners,
  editClass,
  publishNotice,
  receivePayment,
  refundPayment,
  waiveCharge,
} from './product.ts';
import {
  classNumbered,
  enrol,
  importRoster,
  learnersByName,
  lessonOn,
  membersOf,
  openClassOf,
} from './work.ts';

const [planned, other] = ['2026-01', '2026-02'];

export const feePlanned: Step = (desk) => approvedPlan(desk, '内发改费字〔2024〕9号');

/** Two classes of a day next week, of the same trainer in the same room; one is out of the plan. */
export const twoClasses: Step = async (desk) => {
  const { id } = await onlyLine(desk);
  const lesson = { trainerName: '高教授', place: '一教室', minutes: 150 };
  const day = addDays(desk.today, 7);
  await openClassOf(desk, { number: planned, title: plannedTitle, planLineId: id }, [
    lessonOn(day, { ...lesson, startTime: '09:00', endTime: '11:30' }),
  ]);
  await openClassOf(desk, { number: other, title: '遥感应用研修班' }, [
    lessonOn(day, { ...lesson, startTime: '14:00', endTime: '16:30' }),
  ]);
};

export const sixtyEnrolled: Step = async (desk) => {
  const ids = await importRoster(desk, 'rosters/tidy.xlsx');
  await enrol(desk, await classNumbered(desk, planned), ids);
};

export const noticePublished: Step = async (desk) => {
  const classes = await Promise.all([planned, other].map((number) => classNumbered(desk, number)));
  await desk.execute(publishNotice, {
    scope: '面向全区专业技术人员开展公需科目和专业科目继续教育。',
    contact: '周老师 0471-6000000',
    complaints: '0471-12333',
    place: '基地一楼公告栏',
    publishedOn: desk.today,
    classIds: classes.map(({ id }) => id),
    planLineIds: [],
  });
};

export const sixtyCharged: Step = async (desk) => {
  const of = await classNumbered(desk, planned);
  const item = { kind: 'training', title: '培训费', unit: 'person' } as const;
  await desk.execute(chargeLearners, {
    classId: of.id,
    payer: 'employer',
    date: desk.today,
    learners: (await membersOf(desk, of)).map((learnerId) => ({
      learnerId,
      items: [{ item, unitFen: 600_00, quantity: 1 }],
    })),
  });
};

/** One has paid in cash at the front desk, an employer for its people by transfer. */
export const twoReceipts: Step = async (desk) => {
  const { database, execute, today } = desk;
  const [payer] = await learnersByName(desk);
  const ofPayer = await database.rows.charges.filter(({ learnerId }) => learnerId === payer?.id).toArray();
  await execute(receivePayment, {
    date: today,
    method: 'cash',
    source: 'learner',
    partyName: payer?.name ?? '',
    employerId: null,
    lines: ofPayer.map(({ id, owedFen }) => ({ chargeId: id, fen: owedFen })),
    note: '',
  });
  const employer = await database.rows.employers.filter(({ name }) => name === '包头市中心医院').first();
  const owed = await database.rows.charges
    .filter(({ employerId, owedFen }) => employerId === employer?.id && owedFen > 0)
    .toArray();
  await execute(receivePayment, {
    date: today,
    method: 'transfer',
    source: 'employer',
    partyName: employer?.name ?? '',
    employerId: employer?.id ?? null,
    lines: owed.map(({ id, owedFen }) => ({ chargeId: id, fen: owedFen })),
    note: '',
  });
};

/** One is let off, the one who paid in cash has it back, and the other class is the authority's own. */
export const moneySettled: Step = async (desk) => {
  const { database, execute, today } = desk;
  const next = await database.rows.charges.filter(({ owedFen }) => owedFen > 0).first();
  await execute(waiveCharge, { chargeId: next?.id ?? '', fen: next?.owedFen ?? 0, reason: '脱贫地区学员' });
  const cash = await database.rows.receipts.filter(({ method }) => method === 'cash').first();
  await execute(refundPayment, {
    receiptId: cash?.id ?? '',
    date: today,
    method: 'cash',
    lines: (cash?.lines ?? []).map(({ chargeId, fen }) => ({ chargeId, fen })),
    reason: '因病不能参加',
    isGivenUp: true,
  });
  const { id, number, title, courseId, content, organiser, mode } = await classNumbered(desk, other);
  await execute(editClass, {
    id,
    number,
    title,
    courseId,
    content,
    organiser,
    organiserKind: 'authority',
    contractor: '',
    commissioner: '',
    isPublicBenefit: false,
    fundSource: 'learner',
    place: '',
    mode,
    responsibleTeacher: '',
    capacity: null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    planLineId: null,
  });
};
