import { describe, expect, test } from 'vitest';
import { classDetails } from '../../../shared/domain/teaching/class.ts';
import { learnerNamed, refused } from '../../../tests/support/desk.ts';
import { feeItemOf } from '../../../tests/support/fee-item.ts';
import { charge, deskWithFees } from '../../../tests/support/fees.ts';
import { editClass } from '../classes/class-commands.ts';
import { withdrawLearner } from '../classes/enrolment-commands.ts';
import { mergeEmployers } from '../employers/employer-commands.ts';
import { undoEntry } from '../history/undo-command.ts';
import { addLearner, removeLearner } from '../learners/learner-commands.ts';
import { mergeLearners } from '../learners/merge-command.ts';
import { removeCharge, waiveCharge } from './charge-commands.ts';
import { setFeeItems } from './fee-commands.ts';
import { addFundEntry } from './fund-commands.ts';
import { receivePayment, refundPayment, voidReceipt } from './receipt-commands.ts';

const cash = {
  date: '2026-11-24',
  method: 'cash',
  source: 'learner',
  partyName: '学员1',
  employerId: null,
  note: '',
} as const;

async function charged() {
  const made = await deskWithFees();
  const [first, second] = await charge(made.desk, made.classId, made.learnerIds);
  const pay = (fen: number, chargeId = first!.id, about = {}) =>
    made.desk.execute(receivePayment, { ...cash, ...about, lines: [{ chargeId, fen }] });
  const chargeNow = async (id = first!.id) => (await made.desk.database.rows.charges.get(id))!;
  return { ...made, first: first!, second: second!, pay, chargeNow };
}

describe('第22条: charging', () => {
  test('published 600.00: 600.01 is refused by the command, and nothing is charged', async () => {
    const { desk, classId, learnerIds } = await deskWithFees();
    const { code, message } = await refused(charge(desk, classId, learnerIds, { unitFen: 600_01 }));
    expect(code).toBe('feeAboveStandard');
    expect(message).toContain('600.01 元，高于标准 600.00 元');
    expect(await desk.database.rows.charges.count()).toBe(0);
    expect(await charge(desk, classId, learnerIds)).toHaveLength(2);
  });

  test('nothing is charged before the notice, nor is a payment dated before it', async () => {
    const { desk, classId, learnerIds, pay } = await charged();
    expect((await refused(charge(desk, classId, learnerIds, { date: '2026-10-31' }))).code).toBe(
      'feeNotDisclosed',
    );
    expect((await refused(pay(600_00, undefined, { date: '2026-10-31' }))).code).toBe('beforeNotice');
    expect((await refused(pay(600_00, undefined, { date: '2026-11-25' }))).code).toBe('dateInFuture');
  });

  test('whoever is charged twice for one item is charged above the standard', async () => {
    const { desk, classId, learnerIds } = await charged();
    expect((await refused(charge(desk, classId, learnerIds, { unitFen: 1 }))).code).toBe('feeChargedTwice');
  });

  test('an item that somebody was charged for stays', async () => {
    const { desk, classId } = await charged();
    expect((await refused(desk.execute(setFeeItems, { classId, items: [] }))).code).toBe('feeItemCharged');
  });
});

describe('第26条: an authority’s class', () => {
  test('can have no fee item above 0, textbook and certificate included', async () => {
    const { desk, classId } = await deskWithFees([feeItemOf({ standardFen: 0 })]);
    const of = (await desk.database.rows.classes.get(classId))!;
    const details = { ...classDetails.parse(of), id: classId, organiserKind: 'authority' as const };
    await desk.execute(editClass, details);
    for (const kind of ['textbook', 'certificate'] as const) {
      const items = [feeItemOf({ kind, standardFen: 1 })];
      expect((await refused(desk.execute(setFeeItems, { classId, items }))).code).toBe('authorityCharges');
    }
  });

  test('is not charged for, and a class with fees does not become one', async () => {
    const { desk, classId, learnerIds } = await deskWithFees();
    const of = (await desk.database.rows.classes.get(classId))!;
    const details = { ...classDetails.parse(of), id: classId, organiserKind: 'authority' as const };
    expect((await refused(desk.execute(editClass, details))).code).toBe('authorityCharges');
    await desk.execute(setFeeItems, { classId, items: [] });
    await desk.execute(editClass, details);
    expect((await refused(charge(desk, classId, learnerIds, { unitFen: 1 }))).code).toBe('authorityCharges');
    const grant = {
      classId,
      direction: 'grant',
      date: '2026-11-20',
      category: null,
      amountFen: 100,
      party: '某单位',
      note: '',
      trainerId: null,
    } as const;
    const disguised = desk.execute(addFundEntry, { ...grant, source: 'employer' });
    expect((await refused(disguised)).code).toBe('grantIsCharge');
    await desk.execute(addFundEntry, { ...grant, source: 'government' });
  });
});

describe('receipts', () => {
  test('are numbered without gaps; a part payment leaves the rest owed', async () => {
    const { pay, chargeNow } = await charged();
    expect((await pay(200_00)).number).toBe('SSL01-2026-000001');
    expect((await refused(pay(400_01))).code).toBe('paidTooMuch');
    expect((await pay(400_00)).number).toBe('SSL01-2026-000002');
    expect(await chargeNow()).toMatchObject({ owedFen: 0, paid: { learner: 600_00 } });
  });

  test('one payment of an employer settles its people', async () => {
    const { desk, first, second, chargeNow } = await charged();
    const receipt = await desk.execute(receivePayment, {
      ...cash,
      method: 'transfer',
      source: 'employer',
      partyName: '示例市第一中学',
      employerId: first.employerId,
      lines: [first, second].map(({ id, owedFen }) => ({ chargeId: id, fen: owedFen })),
    });
    expect(receipt).toMatchObject({ totalFen: 1_200_00, lines: [{ learnerName: '学员1' }, { fen: 600_00 }] });
    expect((await chargeNow(second.id)).paid.employer).toBe(600_00);
  });

  test('a waiver gives its reason and never exceeds what is owed', async () => {
    const { desk, first, pay, chargeNow } = await charged();
    await pay(500_00);
    const waive = (fen: number) =>
      desk.execute(waiveCharge, { chargeId: first.id, fen, reason: '建档立卡户' });
    expect((await refused(waive(100_01))).code).toBe('waivedTooMuch');
    await waive(100_00);
    expect((await chargeNow()).owedFen).toBe(0);
  });

  test.each([
    ['and given up: nothing is owed', true, 0],
    ['and still wanted: it is owed again', false, 250_00],
  ])('money is refunded in part %s', async (_, isGivenUp, owed) => {
    const { desk, first, pay, chargeNow } = await charged();
    const { id } = await pay(600_00);
    const refund = (fen: number) =>
      desk.execute(refundPayment, {
        receiptId: id,
        date: '2026-11-24',
        method: 'cash',
        lines: [{ chargeId: first.id, fen }],
        reason: '因病退学',
        isGivenUp,
      });
    expect((await refused(refund(600_01))).code).toBe('refundedTooMuch');
    expect(await refund(250_00)).toMatchObject({ kind: 'refund', refundOf: id, totalFen: 250_00 });
    expect((await refused(refund(350_01))).code).toBe('refundedTooMuch');
    expect(await chargeNow()).toMatchObject({ owedFen: owed, paid: { learner: 350_00 } });
    expect((await refused(desk.execute(voidReceipt, { id, reason: '写错' }))).code).toBe('receiptRefunded');
  });

  test('a void receipt keeps its number and takes back what it did', async () => {
    const { desk, first, pay, chargeNow } = await charged();
    const payment = await pay(600_00);
    const refund = await desk.execute(refundPayment, {
      receiptId: payment.id,
      date: '2026-11-24',
      method: 'cash',
      lines: [{ chargeId: first.id, fen: 100_00 }],
      reason: '退错了',
      isGivenUp: true,
    });
    await desk.execute(voidReceipt, { id: refund.id, reason: '退错了人' });
    expect(await chargeNow()).toMatchObject({ owedFen: 0, reductions: [], paid: { learner: 600_00 } });
    await desk.execute(voidReceipt, { id: payment.id, reason: '收错了人' });
    expect((await chargeNow()).owedFen).toBe(600_00);
    expect((await refused(desk.execute(voidReceipt, { id: payment.id, reason: '再次' }))).code).toBe(
      'receiptNotInForce',
    );
  });
});

describe('what was charged is not lost', () => {
  test('a charge goes only before any money; a learner who owes stays', async () => {
    const { desk, classId, learnerIds, first, second, pay } = await charged();
    await pay(1_00);
    expect((await refused(desk.execute(removeCharge, { chargeId: first.id }))).code).toBe('chargeHasMoney');
    const withdraw = desk.execute(withdrawLearner, { classId, learnerId: learnerIds[1]! });
    expect((await refused(withdraw)).code).toBe('learnerHasCharges');
    await desk.execute(removeCharge, { chargeId: second.id });
    await desk.execute(withdrawLearner, { classId, learnerId: learnerIds[1]! });
    await desk.execute(removeLearner, { id: learnerIds[1]! });
  });

  test('charging is undone as long as no receipt speaks of it, not even a void one', async () => {
    const { desk, pay } = await charged();
    const entryOf = async (command: string) =>
      (await desk.database.rows.journal.filter((entry) => entry.command === command).last())!.sequence;
    const sequence = await entryOf('chargeLearners');
    const payment = await pay(600_00);
    await desk.execute(voidReceipt, { id: payment.id, reason: '收错了人' });
    expect((await refused(desk.execute(undoEntry, { sequence }))).code).toBe('chargeHasMoney');
    expect(await desk.database.rows.charges.count()).toBe(2);
  });

  test('two records of one person become one with its charges', async () => {
    const { desk, first, second, classId, learnerIds } = await charged();
    await desk.execute(removeCharge, { chargeId: second.id });
    await desk.execute(withdrawLearner, { classId, learnerId: learnerIds[1]! });
    await desk.execute(mergeLearners, { keepId: learnerIds[1]!, duplicateId: learnerIds[0]! });
    expect((await desk.database.rows.charges.get(first.id))?.learnerId).toBe(learnerIds[1]);
  });

  test('two spellings of an employer become one with its balance', async () => {
    const { desk, first } = await charged();
    const other = await desk.execute(addLearner, { ...learnerNamed('另一人', 9), employerName: '示例一中' });
    await desk.execute(mergeEmployers, { keepId: other.employerId!, duplicateId: first.employerId! });
    expect((await desk.database.rows.charges.get(first.id))?.employerId).toBe(other.employerId);
  });
});
