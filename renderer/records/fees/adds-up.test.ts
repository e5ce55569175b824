import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf } from '../../../shared/domain/money/charge.ts';
import type { FundSource } from '../../../shared/domain/money/fund-source.ts';
import { type Receipt, sumReceipts } from '../../../shared/domain/money/receipt.ts';
import { Refusal } from '../../../shared/refusals/index.ts';
import type { Desk } from '../../../tests/support/desk.ts';
import { feeItemOf } from '../../../tests/support/fee-item.ts';
import { charge, deskWithFees } from '../../../tests/support/fees.ts';
import { waiveCharge } from './charge-commands.ts';
import { receivePayment, refundPayment, voidReceipt } from './receipt-commands.ts';

const items = [
  feeItemOf(),
  feeItemOf({ kind: 'textbook', title: '教材费', standardFen: 80_50 }),
  feeItemOf({ kind: 'board', title: '食宿费', unit: 'day', standardFen: 33_33 }),
];
const sources: FundSource[] = ['government', 'employer', 'learner', 'society'];
const index = fc.nat({ max: 20 });
const amount = fc.oneof(fc.integer({ min: 1, max: 70_000 }), fc.constant('rest' as const));

const step = fc.oneof(
  fc.record({
    act: fc.constant('charge' as const),
    learner: index,
    item: index,
    quantity: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    act: fc.constant('pay' as const),
    lines: fc.array(fc.tuple(index, amount), { minLength: 1, maxLength: 3 }),
    source: index,
  }),
  fc.record({ act: fc.constant('waive' as const), charge: index, fen: amount }),
  fc.record({
    act: fc.constant('refund' as const),
    receipt: index,
    line: index,
    fen: amount,
    isGivenUp: fc.boolean(),
  }),
  fc.record({ act: fc.constant('void' as const), receipt: index }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const dated = { date: '2026-11-24', method: 'cash' } as const;

async function take(desk: Desk, classId: string, learnerIds: string[], one: Step): Promise<unknown> {
  const charges = await desk.database.rows.charges.toArray();
  const receipts = await desk.database.rows.receipts.toArray();
  const at = <Row>(rows: Row[], which: number) => rows[which % Math.max(1, rows.length)];
  const fenOf = (wanted: number | 'rest', rest: number) => (wanted === 'rest' ? rest : wanted);
  switch (one.act) {
    case 'charge':
      return charge(desk, classId, [at(learnerIds, one.learner)!], {
        item: at(items, one.item)!,
        quantity: one.quantity,
      });
    case 'pay': {
      const lines = one.lines.flatMap(([which, wanted]) => {
        const found = at(charges, which);
        return found ? [{ chargeId: found.id, fen: fenOf(wanted, found.owedFen) }] : [];
      });
      const source = at(sources, one.source)!;
      return desk.execute(receivePayment, {
        ...dated,
        source,
        partyName: '某',
        employerId: null,
        note: '',
        lines,
      });
    }
    case 'waive': {
      const found = at(charges, one.charge);
      if (!found) return null;
      return desk.execute(waiveCharge, {
        chargeId: found.id,
        fen: fenOf(one.fen, found.owedFen),
        reason: '减免',
      });
    }
    case 'refund': {
      const found = at(receipts, one.receipt);
      const line = found && at(found.lines, one.line);
      if (!found || !line) return null;
      return desk.execute(refundPayment, {
        ...dated,
        receiptId: found.id,
        lines: [{ chargeId: line.chargeId, fen: fenOf(one.fen, line.fen) }],
        reason: '退款',
        isGivenUp: one.isGivenUp,
      });
    }
    case 'void': {
      const found = at(receipts, one.receipt);
      return found ? desk.execute(voidReceipt, { id: found.id, reason: '作废' }) : null;
    }
  }
}

/** What a charge was paid by one source, added up from the receipts alone. */
function paidByReceipts(receipts: Receipt[], chargeId: string, source: FundSource): number {
  let sum = 0;
  for (const receipt of receipts) {
    if (receipt.voided || receipt.source !== source) continue;
    for (const line of receipt.lines) {
      if (line.chargeId === chargeId) sum += receipt.kind === 'payment' ? line.fen : -line.fen;
    }
  }
  return sum;
}

async function expectItAddsUp(desk: Desk): Promise<void> {
  const charges = await desk.database.rows.charges.toArray();
  const receipts = await desk.database.rows.receipts.toArray();
  for (const one of charges) {
    let paid = 0;
    for (const source of sources) {
      expect(one.paid[source]).toBe(paidByReceipts(receipts, one.id, source));
      expect(one.paid[source]).toBeGreaterThanOrEqual(0);
      paid += one.paid[source];
    }
    const reduced = one.reductions.reduce((sum, { fen }) => sum + fen, 0);
    expect(one.owedFen).toBe(one.amountFen - reduced - paid);
    expect(one.owedFen).toBeGreaterThanOrEqual(0);
    expect(Number.isInteger(one.owedFen)).toBe(true);
  }
  const { chargedFen, waivedFen, refundedFen, paidFen, owedFen } = balanceOf(charges);
  expect(chargedFen).toBe(waivedFen + refundedFen + paidFen + owedFen);
  expect(sumReceipts(receipts).net).toBe(paidFen);
  for (const { lines, totalFen } of receipts) {
    expect(totalFen).toBe(lines.reduce((sum, { fen }) => sum + fen, 0));
  }
  const numbers = receipts.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, position) => position + 1));
}

test('whatever is charged, paid, waived, refunded and voided, every figure adds up from its lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const { desk, classId, learnerIds } = await deskWithFees(items, 3);
      let done = 0;
      for (const one of steps) {
        try {
          if (await take(desk, classId, learnerIds, one)) done += 1;
        } catch (thrown) {
          if (!(thrown instanceof Refusal) || thrown.code === 'internal') throw thrown;
        }
        await expectItAddsUp(desk);
      }
      fc.pre(done > 0);
      desk.database.close();
    }),
    { numRuns: 40 },
  );
}, 120_000);
